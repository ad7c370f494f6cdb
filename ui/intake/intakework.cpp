// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/intakework.h"

#include "core/store/outputfile.h"

namespace patronat::ui {

using base::Result;

std::filesystem::path fileOf(const QString& name)
{
    return { name.toStdU16String() };
}

Result<OpenedList> readListAgain(OpenedList list, const intake::Reading& reading)
{
    PATRONAT_LET(intake::ListTable table, list.file->read(reading));
    list.table = std::make_shared<const intake::ListTable>(std::move(table));
    return list;
}

Result<OpenedList> openListFile(const std::filesystem::path& path, const intake::Reading& reading)
{
    PATRONAT_LET(std::string bytes, store::readFile(path));
    PATRONAT_LET(auto file, intake::openList(std::move(bytes)));
    return readListAgain({ path, std::move(file), nullptr }, reading);
}

Result<std::shared_ptr<const intake::ImportPlan>> lookThrough(const store::Store& store,
    const intake::ListTable& table, const intake::Mapping& mapping, const std::string& today,
    base::Job& job)
{
    PATRONAT_LET(intake::ImportPlan plan, store.read([&](const store::ReadTx& tx) {
        return intake::planImport(tx, table, mapping, today, job);
    }));
    return std::make_shared<const intake::ImportPlan>(std::move(plan));
}

} // namespace patronat::ui
