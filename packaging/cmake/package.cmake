# SPDX-FileCopyrightText: 2026 Patronat contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# `./dev package`: a Debian package and a TGZ of what the programs' folders install. Packages are built
# per Debian suite: library names differ between them.
set(CPACK_PACKAGE_NAME patronat)
set(CPACK_PACKAGE_VENDOR "Patronat contributors")
set(CPACK_PACKAGE_CONTACT "Patronat contributors <contributors@patronat.invalid>")
set(CPACK_PACKAGE_DESCRIPTION
    "Cases of families at risk, their rehabilitation programmes, the consilium's papers and the
 reports, worked offline in each office and merged by file or network without losing a word.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_GENERATOR TGZ)
find_program(PATRONAT_DPKG dpkg-shlibdeps)
mark_as_advanced(PATRONAT_DPKG)
if(PATRONAT_DPKG)
    list(APPEND CPACK_GENERATOR DEB)
endif()
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
# What dpkg-shlibdeps cannot see: plugins and texts of Qt, the fonts of the papers and of the window.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "libqt6sql6-sqlite, libqt6svg6, qt6-image-formats-plugins, qt6-translations-l10n, fonts-liberation2, fonts-dejavu-core | fonts-noto-core")

install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/profiles DESTINATION share/patronat)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION share/doc/patronat RENAME copyright)
if(TARGET patronatctl)
    install(TARGETS patronatctl RUNTIME DESTINATION bin)
endif()
if(TARGET patronat)
    install(TARGETS patronat RUNTIME DESTINATION bin)
endif()
include(CPack)
