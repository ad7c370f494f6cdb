# SPDX-FileCopyrightText: 2026 Patronat contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Libraries that ship no CMake package: found by header and library, so that a
# system without pkg-config (Windows) works the same way.
function(patronat_find name target header library)
    if(TARGET ${target})
        return()
    endif()
    find_path(${name}_INCLUDE_DIR ${header} REQUIRED)
    find_library(${name}_LIBRARY ${library} REQUIRED)
    mark_as_advanced(${name}_INCLUDE_DIR ${name}_LIBRARY)
    add_library(${target} UNKNOWN IMPORTED GLOBAL)
    set_target_properties(${target} PROPERTIES
        IMPORTED_LOCATION "${${name}_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${${name}_INCLUDE_DIR}")
endfunction()

patronat_find(SODIUM Sodium::Sodium sodium.h sodium)
patronat_find(ZSTD Zstd::Zstd zstd.h zstd)
patronat_find(CBOR Cbor::Cbor cbor.h cbor)
patronat_find(XXHASH XxHash::XxHash xxhash.h xxhash)
patronat_find(CSV Csv::Csv csv.h csv)
patronat_find(XLSXWRITER XlsxWriter::XlsxWriter xlsxwriter.h xlsxwriter)
patronat_find(ZIP Zip::Zip zip.h zip)
# Its header lies in a folder that its includers do not name.
find_path(UCHARDET_INCLUDE_DIR uchardet.h PATH_SUFFIXES uchardet REQUIRED)
patronat_find(UCHARDET Uchardet::Uchardet uchardet.h uchardet)
find_path(MUSTACHE_INCLUDE_DIR kainjow/mustache.hpp REQUIRED)
if(NOT TARGET Mustache::Mustache)
    add_library(Mustache::Mustache INTERFACE IMPORTED GLOBAL)
    set_target_properties(Mustache::Mustache PROPERTIES
        INTERFACE_INCLUDE_DIRECTORIES "${MUSTACHE_INCLUDE_DIR}")
endif()
