// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace patronat::profile {

/// A text in several languages: language code ("ru", "tt", "en", "bg") -> text.
using Label = std::map<std::string, std::string, std::less<>>;
/// The text in `language`, else in Russian, else English, else any there is, else empty.
std::string_view labelIn(const Label& label, std::string_view language);

/// What a column holds for the engine. The first group is one column; Address is several
/// (its parts become fields of their own, see Field::parts).
enum class FieldType
{
    Text,
    Note,
    Integer,
    Decimal,
    Money,
    Date,
    DateTime,
    Boolean,
    Choice,
    Choices,
    Reference,
    Phone,
    Snils,
    Egn,
    Number,
    Attachment,
    Computed,
    Address,
};
std::string_view typeName(FieldType type);
std::optional<FieldType> typeFromName(std::string_view name);

enum class Severity
{
    Error,
    Warning,
    Info
}; ///< E, W, I of domain.md 6

/// "always", "never", or an SQL expression over the record's own fields.
struct When
{
    bool always = false;
    std::string expression; ///< empty: never (unless always)
    bool operator==(const When&) const = default;
};

/// A rule of a field or of a record type: broken when the expression is 0 (NULL is not broken).
struct Check
{
    std::string id; ///< the rule's name in domain.md, "BR-06", or field id + number
    std::string expression;
    Severity severity = Severity::Error;
    Label message;
    bool operator==(const Check&) const = default;
};

/// Two records of one type that must not both stand (domain.md BR-01, 02, 11, 43): entered apart, each
/// is right, and only a merge brings them together. A finding of both, in every office the same.
struct Rivalry
{
    std::string id; ///< the rule's name in domain.md, "BR-01"
    /// Fields, or ways through references ("organisation.territory"), that are filled and equal.
    std::vector<std::string> same;
    std::vector<std::string> differ; ///< the same of what is filled and different
    std::string condition; ///< SQL over the record's own fields, of both; empty: always
    bool isSigned = false; ///< only signed ones; otherwise all that are not removed
    std::string unless; ///< a reference by which one may name the other: it replaces that one
    Severity severity = Severity::Error;
    Label message;
    Label advice; ///< what whoever settles it does
    bool operator==(const Rivalry&) const = default;
};

struct Field
{
    std::string id; ///< key of domain.md; a part has "field.part"
    FieldType type = FieldType::Text;
    Label label;
    Label hint;
    std::string classifier; ///< of choice, choices
    std::string target; ///< of reference: a record type
    When required;
    When visible { .always = true, .expression = {} };
    std::vector<Check> checks;
    std::string defaultExpression; ///< SQL, evaluated when a new form opens; "today" is a parameter
    /// SQL, evaluated when a new form opens and the field is still empty: over the new record `r`,
    /// read-only over the tables and the terms of the deadlines. JSON key "proposed".
    std::string proposedExpression;
    std::string unitOfMeasure;
    std::string
        personalData; ///< "", "ordinary", "special": drives masking, extracts, logs, erasure
    int maxLength = 0; ///< in characters; 0: the type's own bound
    int decimals = 0; ///< of decimal: the stored number is scaled by 10^decimals
    bool afterSigning = false; ///< outside the signature, merges like any field
    bool marks = false; ///< has a part "<id>.mark": unknown, stated, document, approximate
    /// Of reference: who has this record's unit in scope has the target's too (member.person).
    bool draws = false;
    /// Of reference: who has the target's unit in scope has this record's too (agendaItem.meeting).
    bool drawnBy = false;
    std::string numberMask; ///< of number: "{territory}/{YYYY}/{0000}", "{N}"
    /// Of number: what the counter runs by besides the year, field names joined by commas: "body",
    /// "territory.code"; empty: one counter for all.
    std::string numberSeries;
    std::string numberYear; ///< of number: the date whose year counts; empty: today's
    bool numberAtSigning = false; ///< issued by sign (protocols), not at creation
    /// SQL, evaluated when the record is signed, over its own fields and read-only over the tables;
    /// its value is part of the snapshot (an agenda item's protocol number). JSON key "signing".
    std::string signingExpression;
    std::string expression; ///< of computed: pure over its own row
    std::string partOf; ///< the declared field this one is a part of; empty otherwise
    std::string part; ///< the part's own id ("street", "mark")
    bool retired = false; ///< kept as a column, shown in no form; a field is never removed
    /// Has a column that operations write. An Address has none (its parts have), a Computed none
    /// that anybody writes.
    bool isStored() const { return type != FieldType::Address && type != FieldType::Computed; }
    bool operator==(const Field&) const = default;
};

/// Which unit a record belongs to.
enum class UnitKind
{
    Self,
    Through,
    Everyone
};

struct Index
{
    std::vector<std::string> fields;
    bool operator==(const Index&) const = default;
};

/// What a new record takes over from the last one of its kind when somebody asks for it («как в
/// прошлый раз»): what stays from one time to the next, never what was found or decided. JSON key
/// "repeats".
struct Repeats
{
    /// Lines of a table that come along, with these of their fields.
    struct Lines
    {
        std::string type; ///< of the children
        std::vector<std::string> fields;
        bool operator==(const Lines&) const = default;
    };
    /// References in which the last one must be equal; none said: the parent.
    std::vector<std::string> same;
    std::string of; ///< SQL over the last one's own fields: which of them count; empty: all
    std::vector<std::string> fields;
    std::vector<Lines> lines;

    bool isDeclared() const { return !fields.empty() || !lines.empty(); }
    bool operator==(const Repeats&) const = default;
};

/// A record type, resolved: overlays merged, address and mark parts expanded into fields.
struct RecordType
{
    std::string id; ///< "family"; also the name of its table
    Label label;
    Label pluralLabel;
    std::string parent; ///< field id of the reference to the parent record; empty for a root
    UnitKind unitKind = UnitKind::Everyone;
    /// Of UnitKind::Through: references that lead to the unit, the first that is set wins (an
    /// agenda item is of its family's unit, an organisational one of its body's).
    std::vector<std::string> unitFields;
    /// The reference to a territory that says which sites have the unit in scope; of roots only.
    std::string scopeField;
    bool hasLife = false; ///< draft -> signed -> cancelled
    std::vector<std::string> signsWith; ///< child types whose records a signing covers
    /// In the order of the paper. An Address stands before its parts and has no column itself
    /// (Field::isStored); a mark follows the field it marks.
    std::vector<Field> fields;
    std::vector<Check> checks;
    std::vector<Rivalry> rivals;
    std::string titleExpression; ///< SQL over the row's own fields: how a line names the record
    /// SQL over the row's own fields: whether the record is offered to be chosen anew (staff that
    /// work, organisations that are open); empty: always.
    std::string offeredExpression;
    std::vector<std::string> nameFields; ///< names index: first letters and words
    std::vector<std::string> textFields; ///< texts index
    std::vector<Index> indexes;
    std::string orderField; ///< of a set of children: the order key
    Repeats repeats;
    std::vector<std::string> readableBy;
    std::vector<std::string> writableBy;
    std::string layoutJson;

    const Field* field(std::string_view fieldId) const;
    const Rivalry* rivalry(std::string_view rule) const;
    std::size_t fieldIndex(std::string_view fieldId) const; ///< npos when there is none
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
    void indexFields(); ///< after `fields` changed

private:
    /// Lets a string_view be looked up without making a string of it.
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view> {}(text);
        }
    };
    std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> m_byId;
};

/// A value of a classifier. Codes are never deleted, only closed (domain.md 4).
struct Code
{
    std::string code;
    Label label;
    int sort = 0;
    std::string validFrom; ///< ISO date or empty
    std::string validTo;
    std::map<std::string, std::string, std::less<>> extra; ///< e.g. outcome of a removal ground
    bool operator==(const Code&) const = default;
};

struct Classifier
{
    std::string id;
    Label label;
    std::vector<Code> codes;
    const Code* code(std::string_view id) const;
};

/// A field that a transition fills, with SQL over the record's row `r` (and `:document`, `:reason`,
/// `:date`, `:now`, `:today`, `:author`).
struct Filling
{
    std::string field;
    std::string expression;
    bool operator==(const Filling&) const = default;
};

/// The record of another type that a transition makes, or joins when there is one already: the
/// episode of a signal.
struct Opening
{
    std::string type; ///< empty: the transition opens nothing
    std::string existing; ///< SQL over `r`: the id of the record that is joined instead; NULL: a
                          ///< new one is made
    std::string link; ///< the reference field of this record that names it afterwards
    std::vector<Filling> fields; ///< of a new one; its state too, where its type has a process
    bool operator==(const Opening&) const = default;
};

/// A way from one state to another (domain.md 2.2, allowed arrows).
struct Transition
{
    std::string id;
    Label label; ///< as a person would order it: «Взять в работу»
    std::vector<std::string> from; ///< states; empty: every open one
    std::string to; ///< empty: back to the state before the present one
    std::vector<std::string> by; ///< roles of domain.md 2.5; empty: everybody
    std::string document; ///< the type of the record that must be named; empty: none
    bool reason = false; ///< must be given
    bool complete
        = false; ///< required fields and E rules of the record block it, as they block signing
    std::vector<Check> needs; ///< over `r`, read-only over the tables; broken when 0
    std::vector<Filling> fills;
    Opening opens;
    bool operator==(const Transition&) const = default;
};

/// Something that is to happen by a day (domain.md 2.3). The query gives what is still open; what
/// is done is not in it.
struct Deadline
{
    std::string id; ///< "sig.survey"
    Label label;
    int value = 0;
    std::string unit; ///< see process::Term; "ON": the day the row itself says (its column `due`)
    int months = 0;
    int remindDays = 0; ///< calendar days before, from which on it is shown
    std::string role; ///< who is to do it; empty: the case's curator
    std::string leadsTo; ///< type of the record that is to be worked on, when not the process's own
    /// Rows: record (id; of `leadsTo`, where it is given), since (a date or a moment; `due` of
    /// "ON"), family (id or NULL), who (id of staff or NULL), title.
    std::string sql;
    bool operator==(const Deadline&) const = default;
};

struct ProcessState
{
    std::string code; ///< of the classifier of the process's field
    bool open = true; ///< what is not open needs nothing more: rejected, archived
    bool operator==(const ProcessState&) const = default;
};

/// The states of the records of one type, what may happen next and by when. One per type.
struct Process
{
    std::string id;
    Label label;
    std::string type; ///< of the records that are in a state
    std::string field; ///< the choice that holds the state; written by transitions alone
    std::string initial; ///< the state of a record whose field is empty
    /// SQL over `r`: the state of a record whose field is empty, where it can be told from what it
    /// holds (records older than the process); NULL: `initial`.
    std::string initialExpression;
    std::vector<ProcessState> states;
    std::vector<Transition> transitions;
    std::vector<Deadline> deadlines;

    const Transition* transition(std::string_view transitionId) const;
    const ProcessState* state(std::string_view code) const;
    /// The reference by which an event names its record of this process; its unit follows from it.
    const Field* eventField(const RecordType& event) const;
};

/// One operation of the profile's append-only seed log: a shipped reference record or a new version
/// of it. Sequence = position in the log, from 1. See store/seed for how it becomes an operation.
struct SeedEntry
{
    std::string type;
    /// Names the record within its type: its code; "kinship/mother" of a classifierCode.
    std::string key;
    std::size_t record = 0; ///< sequence of the entry that created the record
    std::size_t base = 0; ///< sequence of the last shipped entry of the record; 0 for a creation
    /// Field id -> JSON value; a reference to a seed record is {"seed": [type, key]}.
    std::string fieldsJson;
};

struct SeedLog
{
    std::string profileId; ///< the profile that ships it (base and region each have their own)
    std::uint64_t origin = 0; ///< fixed, from profile.json
    std::vector<SeedEntry> entries;
};

/// A loaded, resolved and checked profile. Immutable; shared freely between threads.
struct Profile
{
    std::string id;
    std::string version; ///< "2027.1"
    std::vector<std::string> chain; ///< base first, then what extends it, then overlays
    std::vector<std::string> languages; ///< in order of preference
    Label label;
    std::string settingsJson; ///< region settings: quorum, decision body, terms
    std::vector<RecordType> types; ///< parents before children
    std::vector<Classifier> classifiers;
    std::vector<Process> processes;
    std::vector<SeedLog> seeds;
    // What loads on use. Paths begin with the id of the chain member that has the file
    // ("base/templates/protocol.json"), so that hash and cache are the same on every machine;
    // locate() makes a path of this machine of them.
    std::map<std::string, std::string, std::less<>> templates; ///< "protocol" -> path of its JSON
    std::map<std::string, std::string, std::less<>>
        templateForms; ///< "protocol.html", "protocol.fodt"
    std::map<std::string, std::string, std::less<>> reports; ///< "table-vii" -> path of its JSON
    /// Diagnostic instruments (domain.md 3.5): id -> resolved JSON; read by instrument.h. In the cache,
    /// so that a result is counted where the folder of the profile is not.
    std::map<std::string, std::string, std::less<>> instruments;
    std::string batteryJson; ///< which instruments for which family; empty: none is declared
    std::string hash; ///< BLAKE2b of the resolved content (toCache), hex
    /// Chain member -> its folder on this machine. In neither hash nor cache.
    std::map<std::string, std::string, std::less<>> folders;

    /// The path on this machine of a value of `templates` and its like; empty when the folder of
    /// that chain member is not known.
    std::string locate(std::string_view path) const;
    const RecordType* type(std::string_view typeId) const;
    const Classifier* classifier(std::string_view id) const;
    /// The process of a type's records; null when they have no states.
    const Process* processOf(std::string_view typeId) const;
};

} // namespace patronat::profile
