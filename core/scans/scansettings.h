// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <string>
#include <string_view>
#include <vector>

namespace patronat::scans {

/// A field whose pictures show people: one may add them with a consent of `purpose` that stands (domain.md 3.16, BR-48).
struct PictureConsent {
    std::string type;
    std::string field;
    std::string family; ///< field of the type that names the family
    std::string purpose; ///< code of the consent's purpose
    std::string basis; ///< text field for what it rests on where no consent is entered; may be empty
};

/// The setting "attachments" of a profile; what it does not say is as here.
struct ScanSettings {
    int longSide = 2000; ///< pixels: an A4 sheet has 170 dots an inch then, small print stays readable
    int quality = 85; ///< of JPEG, 1 to 100
    std::vector<PictureConsent> consents;

    const PictureConsent* consentFor(std::string_view type, std::string_view field) const;
};

ScanSettings scanSettings(const profile::Profile& profile);

} // namespace patronat::scans
