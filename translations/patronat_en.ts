<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>SizeText</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TwinWords</name>
    <message numerus="yes">
        <source>%n person(s) in both families</source>
        <translation>
            <numerusform>%n person in both families</numerusform>
            <numerusform>%n persons in both families</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::AttendanceModel</name>
    <message numerus="yes">
        <source>%n of %1 present, there is a quorum</source>
        <translation>
            <numerusform>%n of %1 present, there is a quorum</numerusform>
            <numerusform>%n of %1 present, there is a quorum</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 present, there is no quorum</source>
        <translation>
            <numerusform>%n of %1 present, there is no quorum</numerusform>
            <numerusform>%n of %1 present, there is no quorum</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::CaseOverview</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::ColumnsDialog</name>
    <message numerus="yes">
        <source>“%1” is %n point(s) wide.</source>
        <translation>
            <numerusform>“%1” is %n point wide.</numerusform>
            <numerusform>“%1” is %n points wide.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::DaySheetDialog</name>
    <message numerus="yes">
        <source>%n family(s) to visit</source>
        <translation>
            <numerusform>%n family to visit</numerusform>
            <numerusform>%n families to visit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::FigureDialog</name>
    <message numerus="yes">
        <source>%n record(s); Enter opens one.</source>
        <translation>
            <numerusform>%n record; Enter opens it.</numerusform>
            <numerusform>%n records; Enter opens one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::FormPage</name>
    <message numerus="yes">
        <source>%n value(s) came along from last time, and nobody has looked at them.</source>
        <translation>
            <numerusform>%n value came along from last time, and nobody has looked at it.</numerusform>
            <numerusform>%n values came along from last time, and nobody has looked at them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::HandOverDialog</name>
    <message numerus="yes">
        <source>%n record(s) written over</source>
        <translation>
            <numerusform>%n record written over</numerusform>
            <numerusform>%n records written over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signed, unchanged</source>
        <translation>
            <numerusform>%n signed, unchanged</numerusform>
            <numerusform>%n signed, unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open date(s), next %1</source>
        <translation>
            <numerusform>%n open date, next %1</numerusform>
            <numerusform>%n open dates, next %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) to hand over:</source>
        <translation>
            <numerusform>%n case to hand over:</numerusform>
            <numerusform>%n cases to hand over:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) of these cases on this computer stay on the page Today for whoever takes over.</source>
        <translation>
            <numerusform>%n draft of these cases on this computer stays on the page Today for whoever takes over.</numerusform>
            <numerusform>%n drafts of these cases on this computer stay on the page Today for whoever takes over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) handed over to %1, act № %2.</source>
        <translation>
            <numerusform>%n case handed over to %1, act № %2.</numerusform>
            <numerusform>%n cases handed over to %1, act № %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::InstallationPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::InstrumentDialog</name>
    <message numerus="yes">
        <source>%n more needed for a result</source>
        <translation>
            <numerusform>%n more answer needed for a result</numerusform>
            <numerusform>%n more answers needed for a result</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::ListPreview</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Given to the printer: %n page(s)</source>
        <translation>
            <numerusform>Given to the printer: %n page</numerusform>
            <numerusform>Given to the printer: %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::MeetingPage</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::MoveDialog</name>
    <message numerus="yes">
        <source>%n record(s) refer to it and go on doing so where it was.</source>
        <translation>
            <numerusform>%n record refers to it and goes on doing so where it was.</numerusform>
            <numerusform>%n records refer to it and go on doing so where it was.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of its tables go along.</source>
        <translation>
            <numerusform>%n line of its tables goes along.</numerusform>
            <numerusform>%n lines of its tables go along.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::PaperView</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Given to the printer: %n page(s)</source>
        <translation>
            <numerusform>Given to the printer: %n page</numerusform>
            <numerusform>Given to the printer: %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::RecordPaper</name>
    <message numerus="yes">
        <source>Given to the printer: %n page(s)</source>
        <translation>
            <numerusform>Given to the printer: %n page</numerusform>
            <numerusform>Given to the printer: %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::RemovedDialog</name>
    <message numerus="yes">
        <source>Enter shows what comes back with a record, and brings it back. The last %n removed are shown.</source>
        <translation>
            <numerusform>Enter shows what comes back with a record, and brings it back. The last one removed is shown.</numerusform>
            <numerusform>Enter shows what comes back with a record, and brings it back. The last %n removed are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::RepeatStrip</name>
    <message numerus="yes">
        <source>%n value(s) from last time: each is marked until you have passed it.</source>
        <translation>
            <numerusform>%n value from last time: it is marked until you have passed it.</numerusform>
            <numerusform>%n values from last time: each is marked until you have passed it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::ReportPaper</name>
    <message numerus="yes">
        <source>Given to the printer: %n page(s)</source>
        <translation>
            <numerusform>Given to the printer: %n page</numerusform>
            <numerusform>Given to the printer: %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::TodayPage</name>
    <message numerus="yes">
        <source>late by %n day(s)</source>
        <translation>
            <numerusform>late by %n day</numerusform>
            <numerusform>late by %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::UsersPanel</name>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::WorkStep</name>
    <message numerus="yes">
        <source>Taken in: %n entries.</source>
        <translation>
            <numerusform>Taken in: %n entry.</numerusform>
            <numerusform>Taken in: %n entries.</numerusform>
        </translation>
    </message>
</context>
</TS>
