// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/workchecker.h"

#include <array>

namespace patronat::profile {

namespace {

/// Codes of the classifier that a field of the records is filled from.
struct CodesOf
{
    std::string_view key;
    std::string_view type;
    std::string_view field;
    Node::Kind kind; ///< one, a list, or the values of an object
};

constexpr std::array kCodes {
    CodesOf { "openMeasures", "measure", "state", Node::Kind::Array },
    CodesOf { "reviewQuestion", "agendaItem", "kind", Node::Kind::Text },
    CodesOf { "otherQuestion", "agendaItem", "kind", Node::Kind::Text },
    CodesOf { "roleOfSite", "staff", "role", Node::Kind::Object },
    CodesOf { "seesAll", "staff", "role", Node::Kind::Array },
};
constexpr std::string_view kTypes = "caseTypes";
constexpr std::string_view kVisits = "visits";
constexpr std::string_view kAtOnce = "atOnce";

const Classifier* classifierOf(const Profile& profile, const CodesOf& codes)
{
    const RecordType* type = profile.type(codes.type);
    const Field* field = type != nullptr ? type->field(codes.field) : nullptr;
    return field != nullptr ? profile.classifier(field->classifier) : nullptr;
}

/// The texts that stand there, whichever way; false when something else does.
bool textsOf(const Node& node, Node::Kind kind, std::vector<const Node*>& out)
{
    if (node.kind != kind)
        return false;
    if (kind == Node::Kind::Text)
        out.push_back(&node);
    for (const Node& item : node.items)
        out.push_back(&item);
    for (const auto& [key, value] : node.members)
        out.push_back(&value);
    for (const Node* one : out)
        if (!one->isText())
            return false;
    return true;
}

void checkCodes(const Profile& profile, const CodesOf& codes, const Node& node, Problems& problems)
{
    std::vector<const Node*> texts;
    if (!textsOf(node, codes.kind, texts)) {
        problems.error(node.place(), "wrongKind", std::string(codes.key));
        return;
    }
    const Classifier* classifier = classifierOf(profile, codes);
    for (const Node* one : texts)
        if (classifier == nullptr || classifier->code(one->text) == nullptr)
            problems.error(one->place(), "unknownCode", one->text);
}

void checkTypes(const Profile& profile, const Node& node, Problems& problems)
{
    std::vector<const Node*> texts;
    if (!textsOf(node, Node::Kind::Array, texts)) {
        problems.error(node.place(), "wrongKind", std::string(kTypes));
        return;
    }
    for (const Node* one : texts)
        if (profile.type(one->text) == nullptr)
            problems.error(one->place(), "unknownType", one->text);
}

bool hasDeadline(const Profile& profile, const std::string& id)
{
    for (const Process& process : profile.processes)
        for (const Deadline& deadline : process.deadlines)
            if (deadline.id == id)
                return true;
    return false;
}

void checkVisits(const Profile& profile, const Node& node, Problems& problems)
{
    std::vector<const Node*> texts;
    if (!textsOf(node, Node::Kind::Array, texts)) {
        problems.error(node.place(), "wrongKind", std::string(kVisits));
        return;
    }
    for (const Node* one : texts)
        if (!hasDeadline(profile, one->text))
            problems.error(one->place(), "unknownDeadline", one->text);
}

/// A type whose records name their family: it is begun with one.
void checkAtOnce(const Profile& profile, const Node& node, Problems& problems)
{
    if (!node.isText()) {
        problems.error(node.place(), "wrongKind", std::string(kAtOnce));
        return;
    }
    const RecordType* type = profile.type(node.text);
    const Field* family = type != nullptr ? type->field("family") : nullptr;
    if (type == nullptr)
        problems.error(node.place(), "unknownType", node.text);
    else if (family == nullptr || family->target != "family")
        problems.error(node.place(), "unknownField", node.text + "/family");
}

void checkMember(
    const Profile& profile, const std::string& key, const Node& node, Problems& problems)
{
    if (key == kTypes)
        return checkTypes(profile, node, problems);
    if (key == kVisits)
        return checkVisits(profile, node, problems);
    if (key == kAtOnce)
        return checkAtOnce(profile, node, problems);
    for (const CodesOf& codes : kCodes)
        if (codes.key == key)
            return checkCodes(profile, codes, node, problems);
    if (key != "comment")
        problems.error(node.place(), "unknownKey", key);
}

/// A field that follows a hand-over names one of the staff.
void checkFollowing(const Profile& profile, const Node& node, Problems& problems)
{
    const Node* typeNode = node.isObject() ? node.member("type") : nullptr;
    const Node* fieldNode = node.isObject() ? node.member("field") : nullptr;
    if (typeNode == nullptr || fieldNode == nullptr || !typeNode->isText() || !fieldNode->isText())
        return problems.error(node.place(), "wrongKind", "follows");
    const RecordType* type = profile.type(typeNode->text);
    if (type == nullptr)
        return problems.error(typeNode->place(), "unknownType", typeNode->text);
    const Field* field = type->field(fieldNode->text);
    if (field == nullptr || field->target != "staff")
        problems.error(fieldNode->place(), "unknownField", fieldNode->text);
}

void checkHandOver(const Profile& profile, const Node& settings, Problems& problems)
{
    const Node* handOver = settings.member("handOver");
    const Node* follows
        = handOver != nullptr && handOver->isObject() ? handOver->member("follows") : nullptr;
    if (handOver != nullptr && (follows == nullptr || follows->kind != Node::Kind::Array))
        return problems.error(handOver->place(), "wrongKind", "handOver");
    if (follows != nullptr)
        for (const Node& one : follows->items)
            checkFollowing(profile, one, problems);
}

} // namespace

void checkWork(const Profile& profile, const Layers& layers, Problems& problems)
{
    const Node* work = nullptr;
    for (const Layer& layer : layers.layers)
        if (const Node* settings = layer.manifest.member("settings"))
            if (const Node* own = settings->member("work"))
                work = own; // the last replaces those before it, as settings do
    for (const Layer& layer : layers.layers)
        if (const Node* settings = layer.manifest.member("settings"))
            checkHandOver(profile, *settings, problems);
    if (work == nullptr)
        return;
    if (!work->isObject()) {
        problems.error(work->place(), "wrongKind", "work");
        return;
    }
    for (const auto& [key, node] : work->members)
        checkMember(profile, key, node, problems);
}

} // namespace patronat::profile
