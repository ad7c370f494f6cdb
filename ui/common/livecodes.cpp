// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/livecodes.h"

#include <map>
#include <mutex>
#include <utility>

namespace patronat::ui {

namespace {

/// By the profile of an open store: whoever writes values has nothing but the profile at hand.
struct Shelf
{
    std::mutex mutex;
    std::map<const profile::Profile*, std::shared_ptr<const store::CodeBook>> books;
};

Shelf& shelf()
{
    static Shelf all;
    return all;
}

} // namespace

std::shared_ptr<const store::CodeBook> liveCodes(const profile::Profile& profile)
{
    Shelf& all = shelf();
    const std::lock_guard guard(all.mutex);
    const auto at = all.books.find(&profile);
    return at == all.books.end() ? nullptr : at->second;
}

void readLiveCodes(store::Store& store)
{
    auto book = store.read(
        [](const store::ReadTx& tx) -> base::Result<store::CodeBook> { return store::codeBook(tx); });
    if (!book)
        return;
    Shelf& all = shelf();
    const std::lock_guard guard(all.mutex);
    all.books[&store.profile()] = std::make_shared<const store::CodeBook>(std::move(*book));
}

void dropLiveCodes(const profile::Profile& profile)
{
    Shelf& all = shelf();
    const std::lock_guard guard(all.mutex);
    all.books.erase(&profile);
}

namespace {

std::vector<profile::Code> chosenCodes(const profile::Profile& profile, std::string_view classifier, const char* day)
{
    std::vector<profile::Code> out;
    const auto add = [&](const profile::Code& code, bool isRemoved) {
        if (day == nullptr || (!isRemoved && store::isOffered(code, day)))
            out.push_back(code);
    };
    if (const auto book = liveCodes(profile)) {
        if (const auto codes = book->find(classifier); codes != book->end())
            for (const store::LiveCode& live : codes->second)
                add(live.code, live.isRemoved);
    } else if (const profile::Classifier* declared = profile.classifier(classifier)) {
        for (const profile::Code& code : declared->codes)
            add(code, false);
    }
    return out;
}

} // namespace

std::vector<profile::Code> codesOf(const profile::Profile& profile, std::string_view classifier)
{
    return chosenCodes(profile, classifier, nullptr);
}

std::vector<profile::Code> codesOffered(
    const profile::Profile& profile, std::string_view classifier, std::string_view day)
{
    const std::string text(day);
    return chosenCodes(profile, classifier, text.c_str());
}

} // namespace patronat::ui
