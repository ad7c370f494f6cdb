// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/readable.h"

#include "core/access/visibility.h"

namespace patronat::ui {

base::Status checkReadable(const store::ReadTx& tx, std::string_view typeId, base::RecordId viewer)
{
    const profile::RecordType* type = tx.profile().type(typeId);
    if (type == nullptr || access::mayRead(*type, access::viewerOf(tx, viewer)))
        return {};
    return { base::ErrorCode::NotPermitted,
        { std::string(typeId), access::readersText(tx.profile(), *type, tx.profile().languages.front()) } };
}

} // namespace patronat::ui
