<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>ValueWriter</name>
    <message>
        <source>h. </source>
        <translation>д. </translation>
    </message>
    <message>
        <source>fl. </source>
        <translation>кв. </translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>a record that is not here</source>
        <translation>записи нет в этой базе</translation>
    </message>
</context>
<context>
    <name>patronat::desktop::StartWindow</name>
    <message>
        <source>Patronat</source>
        <translation>Патронат</translation>
    </message>
    <message>
        <source>Choose the database of your office.</source>
        <translation>Выберите базу своего учреждения.</translation>
    </message>
    <message>
        <source>Open a database…</source>
        <translation>Открыть базу…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>The database of your office</source>
        <translation>База учреждения</translation>
    </message>
    <message>
        <source>Databases (*.db)</source>
        <translation>Базы (*.db)</translation>
    </message>
</context>
<context>
    <name>patronat::ui::AgendaModel</name>
    <message>
        <source>No</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Семья</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Вопрос</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>not heard yet</source>
        <translation>не рассмотрен</translation>
    </message>
    <message>
        <source>not voted yet</source>
        <translation>голосования не было</translation>
    </message>
    <message>
        <source>not adopted</source>
        <translation>решение не принято</translation>
    </message>
    <message>
        <source>adopted, without a text</source>
        <translation>принято, без текста решения</translation>
    </message>
    <message>
        <source>adopted: %1</source>
        <translation>принято: %1</translation>
    </message>
</context>
<context>
    <name>patronat::ui::AgendaView</name>
    <message>
        <source>Add families</source>
        <translation>Добавить семьи</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>Another question</source>
        <translation>Другой вопрос</translation>
    </message>
    <message>
        <source>A question of organisation, without a family</source>
        <translation>Организационный вопрос, без семьи</translation>
    </message>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation>Выше в повестке (Alt+↑)</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>Ниже в повестке (Alt+↓)</translation>
    </message>
    <message>
        <source>Take off the agenda (Delete)</source>
        <translation>Снять с повестки (Delete)</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Повестка дня</translation>
    </message>
    <message>
        <source>The agenda is empty.</source>
        <translation>В повестке пока нет вопросов.</translation>
    </message>
    <message>
        <source>Taken off the agenda. Ctrl+Shift+Z takes that back.</source>
        <translation>Вопрос снят с повестки. Ctrl+Shift+Z — вернуть.</translation>
    </message>
    <message>
        <source>Insert: families. Alt+Up, Alt+Down: order. Enter: votes. Ctrl+E: all for. Ctrl+D: decision. Ctrl+Down, Ctrl+Up: next question, the one before.</source>
        <translation>Insert — добавить семьи. Alt+↑, Alt+↓ — порядок. Enter — голоса. Ctrl+E — все «за». Ctrl+D — решение. Ctrl+↓, Ctrl+↑ — следующий и предыдущий вопрос.</translation>
    </message>
    <message>
        <source>Question %1</source>
        <translation>Вопрос %1</translation>
    </message>
    <message>
        <source>Question %1: %2</source>
        <translation>Вопрос %1: %2</translation>
    </message>
</context>
<context>
    <name>patronat::ui::AmountEditor</name>
    <message>
        <source>A whole number is expected</source>
        <translation>Ожидается целое число</translation>
    </message>
    <message>
        <source>A number is expected, for example 1250,50</source>
        <translation>Ожидается число, например 1250,50</translation>
    </message>
</context>
<context>
    <name>patronat::ui::AttendanceModel</name>
    <message>
        <source>Name</source>
        <translation>Фамилия, имя, отчество</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>At the meeting</source>
        <translation>На заседании</translation>
    </message>
    <message>
        <source>Why absent</source>
        <translation>Причина отсутствия</translation>
    </message>
    <message>
        <source>%1, without a vote</source>
        <translation>%1, без права голоса</translation>
    </message>
    <message>
        <source>present</source>
        <translation>присутствует</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>отсутствует</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>не отмечен</translation>
    </message>
    <message>
        <source>Choose the body and the date on the card of the meeting</source>
        <translation>Укажите консилиум и дату в карточке заседания</translation>
    </message>
    <message>
        <source>Nobody is marked yet</source>
        <translation>Присутствие не отмечено</translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 present, there is a quorum</source>
        <translation>
            <numerusform>Присутствует %n из %1, кворум есть</numerusform>
            <numerusform>Присутствуют %n из %1, кворум есть</numerusform>
            <numerusform>Присутствуют %n из %1, кворум есть</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 present, there is no quorum</source>
        <translation>
            <numerusform>Присутствует %n из %1, кворума нет</numerusform>
            <numerusform>Присутствуют %n из %1, кворума нет</numerusform>
            <numerusform>Присутствуют %n из %1, кворума нет</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::AttendanceView</name>
    <message>
        <source>Mark the others present</source>
        <translation>Остальные присутствуют</translation>
    </message>
    <message>
        <source>Everybody who is not marked yet</source>
        <translation>Все, кто ещё не отмечен</translation>
    </message>
    <message>
        <source>Somebody invited</source>
        <translation>Приглашённый</translation>
    </message>
    <message>
        <source>Whole form</source>
        <translation>Вся запись</translation>
    </message>
    <message>
        <source>Substitute, why absent (Enter)</source>
        <translation>Замещение, причина отсутствия (Enter)</translation>
    </message>
    <message>
        <source>Space: present or absent. Enter: substitute, why absent.</source>
        <translation>Пробел — присутствует или отсутствует. Enter — замещение, причина отсутствия.</translation>
    </message>
    <message>
        <source>Who attends</source>
        <translation>Кто присутствует</translation>
    </message>
</context>
<context>
    <name>patronat::ui::CaseOverview</name>
    <message>
        <source>Family</source>
        <translation>Семья</translation>
    </message>
    <message>
        <source>, legal representative</source>
        <translation>, законный представитель</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n год</numerusform>
            <numerusform>%n года</numerusform>
            <numerusform>%n лет</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has been entered yet</source>
        <translation>Члены семьи ещё не внесены</translation>
    </message>
    <message>
        <source>Next dates</source>
        <translation>Ближайшие сроки</translation>
    </message>
    <message>
        <source>Nothing is due</source>
        <translation>Сроков нет</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>without a number</source>
        <translation>без номера</translation>
    </message>
    <message>
        <source>overdue: %1</source>
        <translation>просрочено: %1</translation>
    </message>
    <message>
        <source>done %1 of %2</source>
        <translation>выполнено %1 из %2</translation>
    </message>
    <message>
        <source>There is no programme yet</source>
        <translation>Программы ещё нет</translation>
    </message>
    <message>
        <source>Consilium</source>
        <translation>Консилиум</translation>
    </message>
    <message>
        <source>The consilium has not heard this case yet</source>
        <translation>Консилиум дело ещё не рассматривал</translation>
    </message>
</context>
<context>
    <name>patronat::ui::CasePage</name>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Family card</source>
        <translation>Карта семьи</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Учёт</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Дети</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Consilium</source>
        <translation>Консилиум</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Хронология</translation>
    </message>
    <message>
        <source>Parts of the case</source>
        <translation>Разделы дела</translation>
    </message>
    <message>
        <source>off the register since %1</source>
        <translation>снята с учёта %1</translation>
    </message>
    <message>
        <source>not on the register</source>
        <translation>на учёте не состоит</translation>
    </message>
    <message>
        <source>two versions: to be looked at</source>
        <translation>есть расхождение</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>есть просрочка</translation>
    </message>
    <message>
        <source>№ %1 of %2</source>
        <translation>№ %1 от %2</translation>
    </message>
    <message>
        <source>case manager %1</source>
        <translation>куратор %1</translation>
    </message>
    <message>
        <source>next date %1</source>
        <translation>ближайший срок %1</translation>
    </message>
    <message>
        <source>The family is not on the register yet.</source>
        <translation>Семья ещё не поставлена на учёт.</translation>
    </message>
    <message>
        <source>No card of a child yet.</source>
        <translation>Карт детей ещё нет.</translation>
    </message>
    <message>
        <source>There is no programme yet.</source>
        <translation>Программы ещё нет.</translation>
    </message>
    <message>
        <source>The consilium has not heard this case yet.</source>
        <translation>Консилиум дело ещё не рассматривал.</translation>
    </message>
</context>
<context>
    <name>patronat::ui::CaseTimeline</name>
    <message>
        <source>Changes of the case</source>
        <translation>Изменения по делу</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>внесено</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>подписано</translation>
    </message>
    <message>
        <source>signature cancelled</source>
        <translation>подпись отменена</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>удалено</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>восстановлено</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>стёрто</translation>
    </message>
    <message>
        <source>what came beside was dismissed</source>
        <translation>пришедшее мимо подписи отклонено</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>изменено: %1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Где</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ChildTable</name>
    <message>
        <source>Add a line</source>
        <translation>Добавить строку</translation>
    </message>
    <message>
        <source>No lines yet</source>
        <translation>Строк ещё нет</translation>
    </message>
    <message>
        <source>Add a line: %1</source>
        <translation>Добавить строку: %1</translation>
    </message>
    <message>
        <source>The whole form of this line</source>
        <translation>Открыть строку полностью</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>Удалить строку</translation>
    </message>
    <message>
        <source>Ctrl+N within the table</source>
        <translation>Ctrl+N в таблице</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ChoiceEditor</name>
    <message>
        <source>Choose one from the list</source>
        <translation>Выберите из списка</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ConflictPanel</name>
    <message>
        <source>Fields filled differently in two places</source>
        <translation>Поля, заполненные в двух местах по-разному</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>Вид записи</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>и ещё %1</translation>
    </message>
    <message>
        <source>No differences: nothing was filled differently in two places.</source>
        <translation>Расхождений нет: ничто не заполнено в двух местах по-разному.</translation>
    </message>
    <message>
        <source>This is decided already.</source>
        <translation>Это расхождение уже разобрано.</translation>
    </message>
    <message>
        <source>Decided: %1.</source>
        <translation>Разобрано: %1.</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ConflictStrip</name>
    <message>
        <source>Decided; it takes effect when saved</source>
        <translation>Выбрано; вступит в силу при сохранении</translation>
    </message>
    <message>
        <source>Filled differently in two places. Which is right?</source>
        <translation>В двух местах заполнено по-разному. Что верно?</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(пусто)</translation>
    </message>
    <message>
        <source>author not known</source>
        <translation>автор неизвестен</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>Взять это</translation>
    </message>
    <message>
        <source>Take this: %1</source>
        <translation>Взять это: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>patronat::ui::DateEditor</name>
    <message>
        <source>dd.mm.yyyy hh:mm</source>
        <translation>дд.мм.гггг чч:мм</translation>
    </message>
    <message>
        <source>dd.mm.yyyy</source>
        <translation>дд.мм.гггг</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>Calendar (F4)</source>
        <translation>Календарь (F4)</translation>
    </message>
    <message>
        <source>This is no date and time, for example 12.03.2027 14:30</source>
        <translation>Это не дата и время; пример: 12.03.2027 14:30</translation>
    </message>
    <message>
        <source>This is no date, for example 12.03.2027</source>
        <translation>Это не дата; пример: 12.03.2027</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ExchangePage</name>
    <message>
        <source>Exchange</source>
        <translation>Обмен</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Give out</source>
        <translation>Передать</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Расхождения</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Замечания</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ExchangeWords</name>
    <message>
        <source>Removal of the record</source>
        <translation>Удаление записи</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Filled differently</source>
        <translation>Заполнено по-разному</translation>
    </message>
    <message>
        <source>Came beside a signature</source>
        <translation>Поступило мимо подписи</translation>
    </message>
    <message>
        <source>Waits for another office</source>
        <translation>Ждёт сведений другого учреждения</translation>
    </message>
    <message>
        <source>Written twice</source>
        <translation>Записано дважды</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Замечание</translation>
    </message>
    <message>
        <source>%1: refers to a record that is not here</source>
        <translation>%1: указана запись, которой нет в этой базе</translation>
    </message>
    <message>
        <source>%1: must be filled</source>
        <translation>%1: должно быть заполнено</translation>
    </message>
    <message>
        <source>%1: has been removed meanwhile; restore it, or enter this one anew elsewhere</source>
        <translation>%1: запись тем временем удалена; верните её или внесите эту заново в другом месте</translation>
    </message>
    <message>
        <source>%1: is signed without this record, its paper leaves it out</source>
        <translation>%1: подписано без этой записи, в документ она не вошла</translation>
    </message>
    <message>
        <source>%1: the profile does not know this code</source>
        <translation>%1: такого значения нет в справочнике</translation>
    </message>
    <message>
        <source>%1: another record has this number</source>
        <translation>%1: такой номер уже есть у другой записи</translation>
    </message>
    <message>
        <source>%1: another record has the number %2</source>
        <translation>%1: номер %2 уже есть у другой записи</translation>
    </message>
    <message>
        <source>the record stays</source>
        <translation>запись остаётся</translation>
    </message>
    <message>
        <source>the record is removed</source>
        <translation>запись удалена</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(пусто)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Refused. %1</source>
        <translation>Не принят. %1</translation>
    </message>
    <message>
        <source>Can be taken in</source>
        <translation>Можно принять</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Принят</translation>
    </message>
    <message>
        <source>the office is not certified</source>
        <translation>учреждение не удостоверено</translation>
    </message>
    <message>
        <source>from now on this database belongs to %1</source>
        <translation>эта база теперь входит в «%1»</translation>
    </message>
    <message>
        <source>files of ours it confirms: %1</source>
        <translation>подтверждено наших файлов: %1</translation>
    </message>
    <message>
        <source>cases that still differ here and there: %1</source>
        <translation>дела, которые ещё различаются здесь и там: %1</translation>
    </message>
    <message>
        <source>not as its office signed it, tell your administrator: %1</source>
        <translation>не совпало с подписанным учреждением, сообщите администратору: %1</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Пока ничего не изменено.</translation>
    </message>
    <message>
        <source>Taken in.</source>
        <translation>Принято.</translation>
    </message>
    <message>
        <source>Files: %1, of them refused: %2.</source>
        <translation>Файлов: %1, из них не принято: %2.</translation>
    </message>
    <message>
        <source>New changes: %1, already here: %2.</source>
        <translation>Новых изменений: %1, уже были: %2.</translation>
    </message>
    <message>
        <source>Nothing to look at.</source>
        <translation>Смотреть нечего.</translation>
    </message>
    <message>
        <source>To look at: %1.</source>
        <translation>Посмотреть: %1.</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>Файл: %1</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>Папка: %1</translation>
    </message>
    <message>
        <source>In it: no changes, only confirmations of what was received.</source>
        <translation>В нём нет изменений, только подтверждения полученного.</translation>
    </message>
    <message>
        <source>This office is not certified: whoever takes the file in will be asked whether they know you.</source>
        <translation>Это учреждение не удостоверено: принимающего спросят, знает ли он, от кого файл.</translation>
    </message>
    <message>
        <source>In it: changes: %1; size %2.</source>
        <translation>В нём изменений: %1; размер %2.</translation>
    </message>
    <message>
        <source>Changed elsewhere after it was signed: decide in the record</source>
        <translation>Изменено в другом учреждении после подписи: решите в самой записи</translation>
    </message>
    <message>
        <source>Appears by itself with the files of the other office</source>
        <translation>Появится само с файлами другого учреждения</translation>
    </message>
    <message>
        <source>Comes from a copied database: tell your administrator</source>
        <translation>Пришло из скопированной базы: сообщите администратору</translation>
    </message>
</context>
<context>
    <name>patronat::ui::FamilyChooser</name>
    <message>
        <source>Families for the agenda</source>
        <translation>Семьи для повестки</translation>
    </message>
    <message>
        <source>Name, number or phone; empty: whose review falls due</source>
        <translation>Фамилия, номер или телефон; пусто — те, чей пересмотр подошёл</translation>
    </message>
    <message>
        <source>Search for a family</source>
        <translation>Поиск семьи</translation>
    </message>
    <message>
        <source>On the agenda</source>
        <translation>В повестку</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Семья</translation>
    </message>
    <message>
        <source>Register No</source>
        <translation>Рег. №</translation>
    </message>
    <message>
        <source>Heard last</source>
        <translation>Рассмотрена</translation>
    </message>
    <message>
        <source>Review due</source>
        <translation>Пересмотр до</translation>
    </message>
    <message>
        <source>Question:</source>
        <translation>Вопрос:</translation>
    </message>
    <message>
        <source>Kind of question</source>
        <translation>Вид вопроса</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Put on the agenda</source>
        <translation>Внести в повестку</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Space takes a family, Ctrl+A all that are shown, Ctrl+Enter puts them on the agenda.</source>
        <translation>Пробел — выбрать семью, Ctrl+A — все показанные, Ctrl+Enter — внести в повестку.</translation>
    </message>
    <message>
        <source>Nothing is found. Try fewer letters.</source>
        <translation>Ничего не найдено. Попробуйте меньше букв.</translation>
    </message>
    <message>
        <source>No review falls due by the day of the meeting. Type to find a family.</source>
        <translation>Ко дню заседания пересмотр ни у кого не подошёл. Найдите семью по фамилии или номеру.</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Найдено: %1</translation>
    </message>
    <message>
        <source>Review falls due by the day of the meeting: %1</source>
        <translation>Ко дню заседания подошёл пересмотр: %1</translation>
    </message>
    <message>
        <source>stands there</source>
        <translation>уже в повестке</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>выбрана</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ещё нет</translation>
    </message>
    <message>
        <source>taken: %1</source>
        <translation>выбрано: %1</translation>
    </message>
</context>
<context>
    <name>patronat::ui::FieldBox</name>
    <message>
        <source>How sure this is</source>
        <translation>Насколько это достоверно</translation>
    </message>
    <message>
        <source>No mark</source>
        <translation>Без отметки</translation>
    </message>
    <message>
        <source>%1: how sure this is</source>
        <translation>%1: насколько достоверно</translation>
    </message>
    <message>
        <source>To be filled</source>
        <translation>Нужно заполнить</translation>
    </message>
    <message>
        <source>This value does not fit</source>
        <translation>Значение не подходит</translation>
    </message>
</context>
<context>
    <name>patronat::ui::FormGroup</name>
    <message>
        <source>%1, open</source>
        <translation>%1, раскрыто</translation>
    </message>
    <message>
        <source>%1, folded</source>
        <translation>%1, свёрнуто</translation>
    </message>
</context>
<context>
    <name>patronat::ui::FormPage</name>
    <message>
        <source>Somebody else has changed this record meanwhile. Save: both versions are kept, and where they differ you will be asked.</source>
        <translation>Эту запись тем временем изменил кто-то ещё. Сохраняйте: останутся обе версии, а где они расходятся, программа спросит.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Закрыть сообщение</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Подписать</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Другие действия</translation>
    </message>
    <message>
        <source>History of this field (Ctrl+H)</source>
        <translation>История поля (Ctrl+H)</translation>
    </message>
    <message>
        <source>History of the record</source>
        <translation>История записи</translation>
    </message>
    <message>
        <source>Throw away what is not saved</source>
        <translation>Отбросить несохранённое</translation>
    </message>
    <message>
        <source>Remove the record</source>
        <translation>Удалить запись</translation>
    </message>
    <message>
        <source>Remove this record? It can be restored.</source>
        <translation>Удалить запись? Её можно будет восстановить.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>загружается</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>сохраняется</translation>
    </message>
    <message>
        <source>not saved; kept as a draft</source>
        <translation>не сохранено, есть черновик</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>сохранено</translation>
    </message>
    <message>
        <source>%1: new</source>
        <translation>%1: новая запись</translation>
    </message>
    <message>
        <source>signed %1</source>
        <translation>подписано %1</translation>
    </message>
    <message>
        <source>signed %1, %2</source>
        <translation>подписано %1, %2</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>аннулировано</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>черновик</translation>
    </message>
    <message>
        <source>This was typed earlier and not saved.</source>
        <translation>Это набрано раньше и не сохранено.</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Отбросить</translation>
    </message>
    <message>
        <source>Not yet complete for signing:</source>
        <translation>Для подписания не хватает:</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>и ещё %1</translation>
    </message>
    <message>
        <source>Signing closes the record: only marks of execution can be changed after it.</source>
        <translation>Подписание закрывает запись: после него меняются только отметки об исполнении.</translation>
    </message>
</context>
<context>
    <name>patronat::ui::GivePanel</name>
    <message>
        <source>The program writes one file on a stick or into a folder. The other office takes it in on its own computer; a file that is lost loses nothing here.</source>
        <translation>Программа запишет один файл на флешку или в папку. Другое учреждение примет его на своём компьютере; если файл потеряется, здесь ничего не пропадёт.</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Для кого</translation>
    </message>
    <message>
        <source>Also what this office has already confirmed</source>
        <translation>Включая то, что это учреждение уже подтвердило</translation>
    </message>
    <message>
        <source>Write into a folder…</source>
        <translation>Записать в папку…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>The file holds personal data: hand it over in person and wipe the stick afterwards.</source>
        <translation>В файле персональные данные: передайте его из рук в руки и после приёма сотрите с флешки.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Everybody: all that is held here</source>
        <translation>Для всех: всё, что есть в этой базе</translation>
    </message>
    <message>
        <source>Not offered, because nobody certifies them: %1</source>
        <translation>Не предлагаются, так как не удостоверены: %1</translation>
    </message>
    <message>
        <source>Where to write</source>
        <translation>Куда записать</translation>
    </message>
    <message>
        <source>Writing. You may go on working.</source>
        <translation>Идёт запись. Можно продолжать работу.</translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>Остановлено. Файл не записан.</translation>
    </message>
    <message>
        <source>Written.</source>
        <translation>Записано.</translation>
    </message>
</context>
<context>
    <name>patronat::ui::HideScreen</name>
    <message>
        <source>The screen is hidden</source>
        <translation>Экран скрыт</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Продолжить работу</translation>
    </message>
</context>
<context>
    <name>patronat::ui::HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>History: %1</source>
        <translation>История: %1</translation>
    </message>
    <message>
        <source>History of the record</source>
        <translation>История записи</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Подписано</translation>
    </message>
    <message>
        <source>Signature cancelled</source>
        <translation>Подпись отменена</translation>
    </message>
    <message>
        <source>What came beside the signature was dismissed</source>
        <translation>Пришедшее мимо подписи отклонено</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Удалено</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Восстановлено</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Стёрто</translation>
    </message>
    <message>
        <source>Fields changed: %1</source>
        <translation>Изменено полей: %1</translation>
    </message>
    <message>
        <source>author not known</source>
        <translation>автор неизвестен</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(пусто)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ItemPanel</name>
    <message>
        <source>All for</source>
        <translation>Все «за»</translation>
    </message>
    <message>
        <source>Everybody who is there votes for (Ctrl+E)</source>
        <translation>Все присутствующие голосуют «за» (Ctrl+E)</translation>
    </message>
    <message>
        <source>Whole form</source>
        <translation>Вся форма вопроса</translation>
    </message>
    <message>
        <source>Heard, discussed, assignments</source>
        <translation>Слушали, выступили, поручения</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>сохраняется</translation>
    </message>
    <message>
        <source>not saved; kept as a draft</source>
        <translation>не сохранено, есть черновик</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>сохранено</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ListPage</name>
    <message>
        <source>Name, number, phone or a word of a text</source>
        <translation>Имя, номер, телефон или слово из текста</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>Поиск по списку</translation>
    </message>
    <message>
        <source>%1: new (Insert)</source>
        <translation>%1: новая запись (Insert)</translation>
    </message>
    <message>
        <source>Nothing is found. Try fewer letters or switch a filter off.</source>
        <translation>Ничего не найдено. Наберите меньше букв или снимите отбор.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
</context>
<context>
    <name>patronat::ui::MainWindow</name>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Семьи</translation>
    </message>
    <message>
        <source>Programmes</source>
        <translation>Программы</translation>
    </message>
    <message>
        <source>Consilium</source>
        <translation>Консилиум</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Управление</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Всё сохранено</translation>
    </message>
    <message>
        <source>Patronat</source>
        <translation>Патронат</translation>
    </message>
    <message>
        <source>Others are near</source>
        <translation>Посторонние рядом</translation>
    </message>
    <message>
        <source>Names in lists are shown by their first letters</source>
        <translation>Имена в списках показаны первыми буквами</translation>
    </message>
    <message>
        <source>Hide everything</source>
        <translation>Скрыть всё</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>training data</source>
        <translation>учебные данные</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлый</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмный</translation>
    </message>
    <message>
        <source>Texts %1 %</source>
        <translation>Шрифт %1 %</translation>
    </message>
    <message>
        <source>Undo the last saved change (Ctrl+Shift+Z)</source>
        <translation>Отменить последнее сохранение (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Списки</translation>
    </message>
    <message>
        <source>no exchange yet</source>
        <translation>обмена ещё не было</translation>
    </message>
    <message>
        <source>last exchange %1</source>
        <translation>последний обмен %1</translation>
    </message>
    <message>
        <source>differences: %1</source>
        <translation>расхождений: %1</translation>
    </message>
    <message>
        <source>beside signatures: %1</source>
        <translation>мимо подписей: %1</translation>
    </message>
    <message>
        <source>findings: %1</source>
        <translation>замечаний: %1</translation>
    </message>
    <message>
        <source>waiting for others: %1</source>
        <translation>ожидают недостающего: %1</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>Отменять нечего</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>Who works here; everything written bears that name</source>
        <translation>Кто работает; всё внесённое подписывается этим именем</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>Кто работает</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Обмен</translation>
    </message>
</context>
<context>
    <name>patronat::ui::MeetingPage</name>
    <message>
        <source>Agenda and decisions</source>
        <translation>Повестка и решения</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Присутствие</translation>
    </message>
    <message>
        <source>Protocol and extracts</source>
        <translation>Протокол и выписки</translation>
    </message>
    <message>
        <source>Card of the meeting</source>
        <translation>Карточка заседания</translation>
    </message>
    <message>
        <source>Parts of the meeting</source>
        <translation>Разделы заседания</translation>
    </message>
    <message>
        <source>New meeting</source>
        <translation>Новое заседание</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>подписан</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>аннулирован</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>удалён</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>черновик</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n вопрос</numerusform>
            <numerusform>%n вопроса</numerusform>
            <numerusform>%n вопросов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::PaperView</name>
    <message>
        <source>Paper:</source>
        <translation>Документ:</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Печать…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Сохранить PDF…</translation>
    </message>
    <message>
        <source>Save as ODT…</source>
        <translation>Сохранить ODT…</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Протокол</translation>
    </message>
    <message>
        <source>Extract, question %1: %2</source>
        <translation>Выписка, вопрос %1: %2</translation>
    </message>
    <message>
        <source>The paper is being made</source>
        <translation>документ готовится</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Страница %1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n страница</numerusform>
            <numerusform>%n страницы</numerusform>
            <numerusform>%n страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>Protocol %1</source>
        <translation>Протокол %1</translation>
    </message>
    <message>
        <source>Extract %1, question %2</source>
        <translation>Выписка %1, вопрос %2</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Сохранить как PDF</translation>
    </message>
    <message>
        <source>Save as ODT</source>
        <translation>Сохранить как ODT</translation>
    </message>
    <message>
        <source>The file is saved: %1</source>
        <translation>Файл сохранён: %1</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Печатается</translation>
    </message>
    <message numerus="yes">
        <source>Given to the printer: %n page(s)</source>
        <translation>
            <numerusform>Отправлена на печать %n страница</numerusform>
            <numerusform>Отправлены на печать %n страницы</numerusform>
            <numerusform>Отправлено на печать %n страниц</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::QuestionView</name>
    <message>
        <source>If neither is right, open the record and type the right value at the field.</source>
        <translation>Если не верно ни одно, откройте запись и введите верное значение в этом поле.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open the record: %1</source>
        <translation>Открыть запись: %1</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Было: %1</translation>
    </message>
    <message>
        <source>Before: those who wrote were not shown the same value</source>
        <translation>Что было раньше: перед записью видели разные значения</translation>
    </message>
    <message>
        <source>author not known</source>
        <translation>автор неизвестен</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>Взять это</translation>
    </message>
    <message>
        <source>Take this: %1. %2</source>
        <translation>Взять это: %1. %2</translation>
    </message>
    <message>
        <source>shown everywhere until it is decided</source>
        <translation>показывается везде, пока не решено</translation>
    </message>
</context>
<context>
    <name>patronat::ui::RecordDialog</name>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Ctrl+S saves, Esc closes</source>
        <translation>Ctrl+S — сохранить, Esc — закрыть</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>%1: new</source>
        <translation>%1: новая запись</translation>
    </message>
</context>
<context>
    <name>patronat::ui::RecordForm</name>
    <message>
        <source>More</source>
        <translation>Дополнительно</translation>
    </message>
    <message>
        <source>%1: filled differently in two places</source>
        <translation>%1: заполнено по-разному в двух местах</translation>
    </message>
    <message>
        <source>%1: to be filled</source>
        <translation>%1: нужно заполнить</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>patronat::ui::RecordListModel</name>
    <message>
        <source>signed</source>
        <translation>подписано</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>аннулировано</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>черновик</translation>
    </message>
    <message>
        <source>This date has passed</source>
        <translation>Срок прошёл</translation>
    </message>
    <message>
        <source>%1, passed</source>
        <translation>%1, срок прошёл</translation>
    </message>
</context>
<context>
    <name>patronat::ui::RecordSet</name>
    <message>
        <source>%1: new</source>
        <translation>%1: новая запись</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Ctrl+Shift+N</source>
        <translation>Ctrl+Shift+N</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ReferenceEditor</name>
    <message>
        <source>Begin to type</source>
        <translation>Начните набирать</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open (Ctrl+Enter)</source>
        <translation>Открыть (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Choose one from the list</source>
        <translation>Выберите из списка</translation>
    </message>
    <message>
        <source>Enter a new one: %1</source>
        <translation>Внести новую запись: %1</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ReportView</name>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Files and what became of them</source>
        <translation>Файлы и что с ними стало</translation>
    </message>
    <message>
        <source>By office and kind of record</source>
        <translation>По учреждениям и видам записей</translation>
    </message>
    <message>
        <source>What to look at; Enter opens the record</source>
        <translation>Что посмотреть; Enter открывает запись</translation>
    </message>
    <message>
        <source>To look at: %1</source>
        <translation>Посмотреть: %1</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>From</source>
        <translation>От кого</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новых</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>Уже были</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Что с ним стало</translation>
    </message>
    <message>
        <source>known as a whole</source>
        <translation>известно целиком</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Всего</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Учреждение</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>Вид записи</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ждут</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Расхождения</translation>
    </message>
    <message>
        <source>Beside signatures</source>
        <translation>Мимо подписи</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Замечания</translation>
    </message>
    <message>
        <source>Written twice</source>
        <translation>Записано дважды</translation>
    </message>
    <message>
        <source>not here yet</source>
        <translation>пока нет в этой базе</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>In detail</source>
        <translation>Подробно</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>и ещё %1</translation>
    </message>
    <message>
        <source>profile&apos;s or not known yet</source>
        <translation>из профиля или не известно</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ShownValue</name>
    <message>
        <source>issued when signed</source>
        <translation>присвоится при подписании</translation>
    </message>
    <message>
        <source>issued when saved</source>
        <translation>присвоится при сохранении</translation>
    </message>
</context>
<context>
    <name>patronat::ui::SignPanel</name>
    <message>
        <source>Findings and what came beside signatures; Enter opens the record</source>
        <translation>Замечания и поступившее мимо подписи; Enter открывает запись</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>Вид записи</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>In detail</source>
        <translation>Подробно</translation>
    </message>
    <message>
        <source>not here yet</source>
        <translation>пока нет в этой базе</translation>
    </message>
    <message>
        <source>No findings.</source>
        <translation>Замечаний нет.</translation>
    </message>
    <message>
        <source>Press Enter or click twice to open the record and correct it. The first of them are shown; %1 more follow.</source>
        <translation>Нажмите Enter или дважды щёлкните, чтобы открыть запись и исправить её. Показаны первые, ещё: %1.</translation>
    </message>
    <message>
        <source>Press Enter or click twice to open the record and correct it.</source>
        <translation>Нажмите Enter или дважды щёлкните, чтобы открыть запись и исправить её.</translation>
    </message>
</context>
<context>
    <name>patronat::ui::TakePanel</name>
    <message>
        <source>Files of other offices end in .patronat-batch. Choose them or drop them on this page; first the program says what would become of them.</source>
        <translation>Имена файлов других учреждений кончаются на .patronat-batch. Выберите их или перетащите на эту страницу; сначала программа покажет, что с ними станет.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Выбрать файлы…</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>How much is taken in</source>
        <translation>Сколько принято</translation>
    </message>
    <message>
        <source>Also take in files of offices that nobody certifies: I know who made them</source>
        <translation>Принять и файлы неудостоверенных учреждений: я знаю, от кого они</translation>
    </message>
    <message>
        <source>Files of other offices</source>
        <translation>Файлы других учреждений</translation>
    </message>
    <message>
        <source>Batches (*.patronat-batch)</source>
        <translation>Пакеты (*.patronat-batch)</translation>
    </message>
    <message>
        <source>Looking at the files. Nothing is changed by it; you may go on working.</source>
        <translation>Идёт проверка файлов. Она ничего не меняет; можно продолжать работу.</translation>
    </message>
    <message>
        <source>Taking in. You may go on working.</source>
        <translation>Идёт приём. Можно продолжать работу.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Остановлено. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Stopped. What was taken in so far stays; press &quot;Take in&quot; to go on.</source>
        <translation>Остановлено. Принятое до сих пор сохранено; чтобы продолжить, нажмите «Принять».</translation>
    </message>
</context>
<context>
    <name>patronat::ui::TickList</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
</context>
<context>
    <name>patronat::ui::TodayPage</name>
    <message>
        <source>and %1 more</source>
        <translation>и ещё %1</translation>
    </message>
    <message>
        <source>%1: new</source>
        <translation>%1: новая запись</translation>
    </message>
    <message>
        <source>Typed and not saved</source>
        <translation>Набрано и не сохранено</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Всё сохранено</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Заседания</translation>
    </message>
    <message>
        <source>No meeting is being prepared</source>
        <translation>Заседания не готовятся</translation>
    </message>
    <message>
        <source>Filled differently in two places</source>
        <translation>Расхождения между местами</translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>Расхождений нет</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Просрочено</translation>
    </message>
    <message>
        <source>Nothing is overdue</source>
        <translation>Просрочек нет</translation>
    </message>
    <message>
        <source>Due in two weeks</source>
        <translation>Срок в ближайшие две недели</translation>
    </message>
    <message>
        <source>Nothing is due in two weeks</source>
        <translation>На две недели сроков нет</translation>
    </message>
</context>
<context>
    <name>patronat::ui::WhoDialog</name>
    <message>
        <source>Who works here</source>
        <translation>Кто работает</translation>
    </message>
    <message>
        <source>Who works here?</source>
        <translation>Кто работает за этим компьютером?</translation>
    </message>
    <message>
        <source>Everything you write bears this name.</source>
        <translation>Всё внесённое будет подписано этим именем.</translation>
    </message>
    <message>
        <source>Surname</source>
        <translation>Фамилия</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Работники</translation>
    </message>
</context>
</TS>
