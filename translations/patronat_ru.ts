<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>CellText</name>
    <message>
        <source>signed</source>
        <translation>подписан</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменён</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>черновик</translation>
    </message>
</context>
<context>
    <name>ListPaper</name>
    <message>
        <source>Filters: </source>
        <translation>Фильтры: </translation>
    </message>
    <message>
        <source>none, all lines</source>
        <translation>нет, все строки</translation>
    </message>
    <message>
        <source>Lines: </source>
        <translation>Строк: </translation>
    </message>
    <message>
        <source>As of </source>
        <translation>По состоянию на </translation>
    </message>
    <message>
        <source>On this paper: the first </source>
        <translation>На бумаге — первые строки: </translation>
    </message>
</context>
<context>
    <name>OptionWords</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Surname, name and patronymic in one cell</source>
        <translation>Фамилия, имя и отчество в одной ячейке</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>%1 are free there.</source>
        <translation>Там свободно: %1.</translation>
    </message>
    <message>
        <source>The folder is made.</source>
        <translation>Папка будет создана.</translation>
    </message>
    <message>
        <source>A name of a file is needed.</source>
        <translation>Нужно имя файла.</translation>
    </message>
    <message>
        <source>There is a file of this name already. It is not replaced: choose another name.</source>
        <translation>Файл с таким именем уже есть. Он не заменяется: выберите другое имя.</translation>
    </message>
    <message>
        <source>%1 is no folder, so nothing can be put into it: choose another place.</source>
        <translation>%1 — это не папка, положить в неё ничего нельзя: выберите другое место.</translation>
    </message>
    <message>
        <source>%1 is not there. If it is a stick or another disk, plug it in; else choose another place.</source>
        <translation>%1 не найдено. Если это флешка или другой диск, подключите его; иначе выберите другое место.</translation>
    </message>
    <message>
        <source>You may not write into the folder %1: choose another one.</source>
        <translation>В папку %1 записать нельзя: выберите другую.</translation>
    </message>
    <message>
        <source>The folder %1 is not there and cannot be made: you may not write into %2. Choose another one.</source>
        <translation>Папки %1 нет, и создать её нельзя: в %2 записать нельзя. Выберите другую.</translation>
    </message>
    <message>
        <source>Only %1 are free there, too little for a database: free some space or choose another disk.</source>
        <translation>Там свободно только %1, для базы этого мало: освободите место или выберите другой диск.</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: to be filled</source>
        <translation>%1: заполните поле</translation>
    </message>
    <message>
        <source>not written as it should be</source>
        <translation>записано не по форме</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot;: %3</source>
        <translation>%1 «%2»: %3</translation>
    </message>
</context>
<context>
    <name>SizeText</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n байт</numerusform>
            <numerusform>%n байта</numerusform>
            <numerusform>%n байт</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TwinWords</name>
    <message>
        <source>the same: %1</source>
        <translation>совпадают: %1</translation>
    </message>
    <message>
        <source>%1 written in another way: %2</source>
        <translation>%1 — другое написание: %2</translation>
    </message>
    <message>
        <source>%1 differs by a letter: %2</source>
        <translation>%1 — расхождение в букве: %2</translation>
    </message>
    <message>
        <source>%1 begins with the same letter: %2</source>
        <translation>%1 — совпадает первая буква: %2</translation>
    </message>
    <message>
        <source>part of a double surname: %1</source>
        <translation>часть двойной фамилии: %1</translation>
    </message>
    <message>
        <source>by the former surname: %1</source>
        <translation>по прежней фамилии: %1</translation>
    </message>
    <message>
        <source>surname and first name in each other&apos;s place</source>
        <translation>фамилия и имя переставлены</translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation>дата рождения</translation>
    </message>
    <message>
        <source>day and month of birth in each other&apos;s place: %1</source>
        <translation>в дате рождения переставлены день и месяц: %1</translation>
    </message>
    <message>
        <source>the date of birth differs by one mistake: %1</source>
        <translation>дата рождения отличается одной опиской: %1</translation>
    </message>
    <message>
        <source>year of birth</source>
        <translation>год рождения</translation>
    </message>
    <message>
        <source>SNILS</source>
        <translation>СНИЛС</translation>
    </message>
    <message>
        <source>identity document</source>
        <translation>документ, удостоверяющий личность</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>телефон</translation>
    </message>
    <message>
        <source>address</source>
        <translation>адрес</translation>
    </message>
    <message>
        <source>the same house</source>
        <translation>тот же дом</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) in both families</source>
        <translation>
            <numerusform>%n человек состоит в обеих семьях</numerusform>
            <numerusform>%n человека состоят в обеих семьях</numerusform>
            <numerusform>%n человек состоят в обеих семьях</numerusform>
        </translation>
    </message>
    <message>
        <source>but another: %1</source>
        <translation>но отличается: %1</translation>
    </message>
    <message>
        <source>but another %1: %2</source>
        <translation>но отличается %1: %2</translation>
    </message>
</context>
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
    <name>patronat::desktop::Program</name>
    <message>
        <source>Make a backup…</source>
        <translation>Сделать резервную копию…</translation>
    </message>
    <message>
        <source>Confirm the last numbers…</source>
        <translation>Подтвердить последние номера…</translation>
    </message>
    <message>
        <source>Another database or the demonstration…</source>
        <translation>Другая база или учебный пример…</translation>
    </message>
    <message>
        <source>Things to try</source>
        <translation>Что попробовать</translation>
    </message>
    <message>
        <source>Make the demonstration anew</source>
        <translation>Создать учебный пример заново</translation>
    </message>
    <message>
        <source>Typed and not saved</source>
        <translation>Набрано и не сохранено</translation>
    </message>
    <message>
        <source>The file of what was typed and not saved cannot be read. Everything that was saved is here. The file was set aside as %1; whoever looks after this computer may get something out of it.</source>
        <translation>Файл с тем, что было набрано и не сохранено, не читается. Всё сохранённое на месте. Файл отложен под именем %1: возможно, тот, кто обслуживает этот компьютер, сможет что-то из него извлечь.</translation>
    </message>
    <message>
        <source>The forms and rules are being brought up to date. Nothing that was entered changes.</source>
        <translation>Обновляются формы и правила. Внесённое не меняется.</translation>
    </message>
    <message>
        <source>The clock of this computer</source>
        <translation>Часы компьютера</translation>
    </message>
    <message>
        <source>The clock of this computer shows %1, and the last work was saved here on %2.

The dates of documents and the deadlines follow the clock. Is %1 right?</source>
        <translation>Часы этого компьютера показывают %1, а последняя запись сохранена здесь %2.

По часам ставятся даты документов и считаются сроки. Дата и время %1 верны?</translation>
    </message>
    <message>
        <source>It is right: go on</source>
        <translation>Верны: продолжить</translation>
    </message>
    <message>
        <source>It is wrong: close and set the clock</source>
        <translation>Неверны: закрыть программу и исправить часы</translation>
    </message>
</context>
<context>
    <name>patronat::ui::AdminPage</name>
    <message>
        <source>Users</source>
        <translation>Пользователи</translation>
    </message>
    <message>
        <source>This installation</source>
        <translation>Эта установка</translation>
    </message>
    <message>
        <source>Dismiss from a day…</source>
        <translation>Уволить с даты…</translation>
    </message>
    <message>
        <source>The last day of work:</source>
        <translation>Последний день работы:</translation>
    </message>
    <message>
        <source>Dissolve from a day…</source>
        <translation>Распустить с даты…</translation>
    </message>
    <message>
        <source>The last day of the body:</source>
        <translation>Последний день работы органа:</translation>
    </message>
    <message>
        <source>Close from a day…</source>
        <translation>Закрыть с даты…</translation>
    </message>
    <message>
        <source>The last day of the organisation:</source>
        <translation>Последний день работы организации:</translation>
    </message>
    <message>
        <source>The last day of the territory:</source>
        <translation>Последний день действия территории:</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Управление</translation>
    </message>
    <message>
        <source>Loading a list</source>
        <translation>Загрузка списка</translation>
    </message>
    <message>
        <source>The last day of this entry:</source>
        <translation>Последний день действия записи:</translation>
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
    <name>patronat::ui::AttachmentEditor</name>
    <message>
        <source>The file is empty.</source>
        <translation>Файл пуст.</translation>
    </message>
    <message>
        <source>The file is larger than %1 MB. Scan it in grey or with fewer dots.</source>
        <translation>Файл больше %1 МБ. Сканируйте в оттенках серого или с меньшим разрешением.</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Добавить файл…</translation>
    </message>
    <message>
        <source>A scan or a document; it can also be dropped here</source>
        <translation>Скан или документ; его можно и перетащить сюда</translation>
    </message>
    <message>
        <source>%1: add a file</source>
        <translation>%1: добавить файл</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Открыть: %1</translation>
    </message>
    <message>
        <source>added %1</source>
        <translation>добавлен %1</translation>
    </message>
    <message>
        <source>the file has not come yet</source>
        <translation>файл ещё не пришёл</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Сохранить копию</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Убрать из записи</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>Добавить файл</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>No program of this computer opens such a file. Save a copy and look at it elsewhere.</source>
        <translation>На этом компьютере нет программы, которая открывает такой файл. Сохраните копию и посмотрите её на другом.</translation>
    </message>
    <message>
        <source>The file has not come yet; it lies at the office that added it.</source>
        <translation>Файл ещё не пришёл; он хранится в том учреждении, где его добавили.</translation>
    </message>
    <message>
        <source>This is no PDF, picture (JPEG, PNG, TIFF, WebP) or ODT text; other files are not taken.</source>
        <translation>Это не PDF, не снимок (JPEG, PNG, TIFF, WebP) и не текст ODT; другие файлы не принимаются.</translation>
    </message>
    <message>
        <source>The picture is damaged or was not copied whole. Copy it anew, from the camera or telephone itself.</source>
        <translation>Снимок повреждён или скопирован не полностью. Скопируйте его заново с самого фотоаппарата или телефона.</translation>
    </message>
    <message>
        <source>The picture has %1 × %2 dots, more than can be unpacked here. Make it smaller or scan it with fewer dots.</source>
        <translation>В снимке %1 × %2 точек: столько здесь не распаковать. Уменьшите его или отсканируйте с меньшим разрешением.</translation>
    </message>
    <message>
        <source>This kind of picture (HEIC) cannot be read on this computer. Save it as JPEG on the telephone and add that.</source>
        <translation>Снимок такого вида (HEIC) на этом компьютере не читается. Сохраните его на телефоне как JPEG и приложите.</translation>
    </message>
    <message>
        <source>%1: was %2, is kept as %3 (%4 × %5 dots); what it told of the place and the device is removed.</source>
        <translation>%1: было %2, станет %3 (%4 × %5 точек); сведения о месте и устройстве удалены.</translation>
    </message>
    <message>
        <source>%1: was %2, is kept as %3; the author, the program and the dates of the file are removed.</source>
        <translation>%1: было %2, станет %3; сведения об авторе, программе и датах файла удалены.</translation>
    </message>
    <message>
        <source>%1: the PDF is locked with a password and kept as it is; what it says of its author is still in it.</source>
        <translation>%1: файл PDF защищён паролем и оставлен как есть; сведения об авторе в нём сохранились.</translation>
    </message>
    <message>
        <source>%1: the PDF has an electronic signature, which a change would break, so it is kept as it is; what it says of its author is still in it.</source>
        <translation>%1: файл PDF подписан электронной подписью, изменение её нарушит, поэтому он оставлен как есть; сведения об авторе в нём сохранились.</translation>
    </message>
    <message>
        <source>%1: the PDF could not be taken apart and is kept as it is; what it says of its author is still in it. Look whether it opens.</source>
        <translation>%1: файл PDF не удалось разобрать, он оставлен как есть; сведения об авторе в нём сохранились. Проверьте, открывается ли он.</translation>
    </message>
    <message>
        <source>%1: a TIFF of several pages is kept as it is; what it says of the scanner is still in it.</source>
        <translation>%1: многостраничный TIFF оставлен как есть; сведения о сканере в нём сохранились.</translation>
    </message>
    <message>
        <source>%1: a text is kept as it is; what it says of its author is still in it.</source>
        <translation>%1: текстовый документ оставлен как есть; сведения об авторе в нём сохранились.</translation>
    </message>
    <message>
        <source>Scans and documents (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.webp *.odt)</source>
        <translation>Сканы и документы (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.webp *.odt)</translation>
    </message>
    <message>
        <source>The consent to pictures was withdrawn on %1: no new pictures of this family are added (BR-48). Enter a new consent first.</source>
        <translation>Согласие на съёмку отозвано %1: новые снимки этой семьи не добавляются (BR-48). Сначала внесите новое согласие.</translation>
    </message>
    <message>
        <source>The family has no consent to pictures that stands. Enter the consent first, then add the picture.</source>
        <translation>У семьи нет действующего согласия на съёмку. Сначала внесите согласие, затем приложите снимок.</translation>
    </message>
    <message>
        <source>No consent to pictures is entered</source>
        <translation>Согласие на съёмку не внесено</translation>
    </message>
    <message>
        <source>The family has no consent to pictures that stands in the program. What does the picture rest on:
who agreed, when, which paper (or which law allows it without a consent)?</source>
        <translation>В программе нет действующего согласия семьи на съёмку. Укажите основание снимка:
кто и когда дал согласие, каким документом (или какая норма закона допускает съёмку без согласия)?</translation>
    </message>
    <message>
        <source>Add with this basis</source>
        <translation>Приложить на этом основании</translation>
    </message>
    <message>
        <source>Do not add</source>
        <translation>Не прилагать</translation>
    </message>
    <message>
        <source>Nothing was added: it was not said what the picture rests on.</source>
        <translation>Ничего не приложено: основание съёмки не указано.</translation>
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
    <message>
        <source>The chair is marked absent: %1.</source>
        <translation>Председатель отмечен отсутствующим: %1.</translation>
    </message>
    <message>
        <source>The chair is not marked as present: %1.</source>
        <translation>Председатель не отмечен присутствующим: %1.</translation>
    </message>
    <message>
        <source>The secretary is marked absent: %1.</source>
        <translation>Секретарь отмечен отсутствующим: %1.</translation>
    </message>
    <message>
        <source>The secretary is not marked as present: %1.</source>
        <translation>Секретарь не отмечен присутствующим: %1.</translation>
    </message>
    <message>
        <source>Is that so? Mark who was there under &quot;Attendance&quot;, or choose another one on the card.</source>
        <translation>Так и было? Отметьте присутствовавших на вкладке «Присутствие» или выберите другого в карточке.</translation>
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
    <name>patronat::ui::BackupDialog</name>
    <message>
        <source>Another place…</source>
        <translation>Другое место…</translation>
    </message>
    <message>
        <source>Make the backup</source>
        <translation>Сделать копию</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Резервная копия</translation>
    </message>
    <message>
        <source>Make a backup</source>
        <translation>Сделать резервную копию</translation>
    </message>
    <message>
        <source>One file with everything that is saved. Keep it on a stick or another disk, as safe as the computer itself: whoever has it can read everything. You may go on working meanwhile.</source>
        <translation>Один файл со всем, что сохранено. Храните его на флешке или другом диске так же надёжно, как сам компьютер: у кого он есть, тот может прочитать всё. Работу можно не прерывать.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Сколько сделано</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>No backup has been made yet.</source>
        <translation>Резервных копий ещё не было.</translation>
    </message>
    <message>
        <source>The last one was made %1.</source>
        <translation>Последняя сделана %1.</translation>
    </message>
    <message>
        <source>Where the backup goes</source>
        <translation>Куда записать копию</translation>
    </message>
    <message>
        <source>Backups (*.patronat-backup)</source>
        <translation>Резервные копии (*.patronat-backup)</translation>
    </message>
    <message>
        <source>The backup is made and checked: %1</source>
        <translation>Копия сделана и проверена: %1</translation>
    </message>
</context>
<context>
    <name>patronat::ui::BackupRun</name>
    <message>
        <source>The backup goes on; how it ends is said here</source>
        <translation>Копирование продолжается; чем оно закончится, будет сказано здесь</translation>
    </message>
    <message>
        <source>The backup is made and checked: %1</source>
        <translation>Копия сделана и проверена: %1</translation>
    </message>
</context>
<context>
    <name>patronat::ui::BackupStep</name>
    <message>
        <source>Which backup</source>
        <translation>Какая копия</translation>
    </message>
    <message>
        <source>A backup is one file. Nothing of it is changed: the program checks all of it and makes a new database of it.</source>
        <translation>Резервная копия — один файл. Он не меняется: программа проверит его целиком и создаст из него новую базу.</translation>
    </message>
    <message>
        <source>Choose the backup…</source>
        <translation>Выбрать копию…</translation>
    </message>
    <message>
        <source>What was written after the backup is not in it; what other offices got of that comes back with their files. Before the first new number is issued the program asks for the last one in your paper books, so that none is issued twice. Do not go on working with the old database after this.</source>
        <translation>Того, что записано после копии, в ней нет; что из этого успели получить другие учреждения, вернётся с их файлами. Прежде чем выдать первый новый номер, программа спросит последний по вашим бумажным журналам, чтобы ни один не был выдан дважды. В старой базе после этого больше не работайте.</translation>
    </message>
    <message>
        <source>The backup</source>
        <translation>Резервная копия</translation>
    </message>
    <message>
        <source>Backups and databases (*.patronat-backup *.db);;All files (*)</source>
        <translation>Копии и базы (*.patronat-backup *.db);;Все файлы (*)</translation>
    </message>
    <message>
        <source>a copy of a database, not made by the program as a backup</source>
        <translation>копия базы, сделанная не программой</translation>
    </message>
    <message>
        <source>made %1</source>
        <translation>сделана %1</translation>
    </message>
    <message>
        <source>%1, %2: %3.</source>
        <translation>%1, %2: %3.</translation>
    </message>
    <message>
        <source>It holds training data.</source>
        <translation>В ней учебные данные.</translation>
    </message>
    <message>
        <source>The file is being looked at</source>
        <translation>Файл просматривается</translation>
    </message>
</context>
<context>
    <name>patronat::ui::BatchStep</name>
    <message>
        <source>Choose files…</source>
        <translation>Выбрать файлы…</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Files that are taken in</source>
        <translation>Файлы, которые будут приняты</translation>
    </message>
    <message>
        <source>From the first computer</source>
        <translation>С первого компьютера</translation>
    </message>
    <message>
        <source>What the office should begin with</source>
        <translation>С чего начать</translation>
    </message>
    <message>
        <source>The database itself is not copied: two copies of one database would write under one name, and nobody could tell them apart any more. This computer gets a database of its own, of the same office. On the first computer write a file on a stick (Exchange, Give out, everything) and choose it here; what both write later goes the same way.</source>
        <translation>Саму базу не копируют: две её копии писали бы под одним именем, и их записи уже никто не различил бы. У этого компьютера будет своя база того же учреждения. На первом компьютере запишите файл на флешку («Обмен», «Передать», всё) и выберите его здесь; всё дальнейшее передаётся так же.</translation>
    </message>
    <message>
        <source>If your supervisor gave you files that end in .patronat-batch, choose them here: the families of your districts are then there from the start. Without any the office begins empty.</source>
        <translation>Если супервизор передал вам файлы .patronat-batch, выберите их здесь: семьи ваших районов появятся сразу. Без файлов учреждение начнёт с пустой базы.</translation>
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
        <source>This file is of the office %1, %2.</source>
        <translation>Это файл учреждения %1, %2.</translation>
    </message>
    <message>
        <source>Nobody certifies this office yet: I know who made the file</source>
        <translation>Учреждение ещё никем не удостоверено: я знаю, чей это файл</translation>
    </message>
</context>
<context>
    <name>patronat::ui::BodiesPanel</name>
    <message>
        <source>Members of the chosen body</source>
        <translation>Состав выбранного органа</translation>
    </message>
    <message>
        <source>on the day:</source>
        <translation>на дату:</translation>
    </message>
    <message>
        <source>Day of the membership</source>
        <translation>Дата состава</translation>
    </message>
    <message>
        <source>any</source>
        <translation>любая</translation>
    </message>
    <message>
        <source>Empty: everybody who ever was a member</source>
        <translation>Пусто — все, кто когда-либо входил в состав</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>Добавить члена</translation>
    </message>
    <message>
        <source>Insert in the table of members</source>
        <translation>Insert в таблице состава</translation>
    </message>
</context>
<context>
    <name>patronat::ui::CaseCourse</name>
    <message>
        <source>There is no case yet. It is opened by a signal, by the registration card, or from paper.</source>
        <translation>Дела ещё нет. Его открывает сигнал, регистрационная карта или ввод по бумаге.</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, с %2</translation>
    </message>
    <message>
        <source>What may happen next</source>
        <translation>Следующие шаги</translation>
    </message>
    <message>
        <source>Nothing: the case is closed.</source>
        <translation>Шагов нет: дело закрыто.</translation>
    </message>
    <message>
        <source>What has happened</source>
        <translation>Ход дела</translation>
    </message>
    <message>
        <source>No step was entered yet.</source>
        <translation>Шагов ещё не внесено.</translation>
    </message>
    <message>
        <source>a mistaken step was taken back</source>
        <translation>отменён ошибочный шаг</translation>
    </message>
    <message>
        <source>taken back later</source>
        <translation>позже отменено</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Отменить…</translation>
    </message>
    <message>
        <source>Hand over the case…</source>
        <translation>Передать дело…</translation>
    </message>
    <message>
        <source>The case has no case manager yet.</source>
        <translation>Куратор дела ещё не назначен.</translation>
    </message>
    <message>
        <source>Case manager: %1.</source>
        <translation>Куратор: %1.</translation>
    </message>
    <message>
        <source>Until %1 %2 stands in.</source>
        <translation>До %1 замещает %2.</translation>
    </message>
</context>
<context>
    <name>patronat::ui::CaseDocuments</name>
    <message>
        <source>Documents of the case</source>
        <translation>Документы дела</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Create (Ctrl+Shift+N)</source>
        <translation>Создать (Ctrl+Shift+N)</translation>
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
        <source>draft</source>
        <translation>черновик</translation>
    </message>
    <message>
        <source>&amp;Move to another case…</source>
        <translation>&amp;Перенести в другое дело…</translation>
    </message>
    <message>
        <source>Entered in the wrong case: both cases will say that it was moved, and why</source>
        <translation>Документ внесён не в то дело: в обоих делах будет указано, что он перенесён и почему</translation>
    </message>
    <message>
        <source>Choose a visit, an act, a letter or another document that may be moved</source>
        <translation>Выберите посещение, акт, письмо или другой документ, который можно перенести</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>П&amp;ечать</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Напечатать…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Сохранить в PDF…</translation>
    </message>
    <message>
        <source>Choose a document that the profile has a paper for</source>
        <translation>Выберите документ, для которого в профиле есть печатная форма</translation>
    </message>
    <message>
        <source>Compare results (Ctrl+Shift+D)</source>
        <translation>Сравнить результаты (Ctrl+Shift+D)</translation>
    </message>
    <message>
        <source>The first and the last result of an instrument, or any two</source>
        <translation>Первый и последний результаты методики или любые два</translation>
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
    <message>
        <source>no date</source>
        <translation>без срока</translation>
    </message>
    <message>
        <source>added %1</source>
        <translation>включено: %1</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>изменено: %1</translation>
    </message>
    <message>
        <source>cancelled %1</source>
        <translation>отменено: %1</translation>
    </message>
    <message>
        <source>extended to %1</source>
        <translation>продлено до %1</translation>
    </message>
    <message>
        <source>Supplement № %1 of %2</source>
        <translation>Дополнение № %1 от %2</translation>
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
    <message>
        <source>next date %1: %2</source>
        <translation>ближайший срок %1: %2</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документы</translation>
    </message>
    <message>
        <source>Way of the case</source>
        <translation>Ход дела</translation>
    </message>
    <message>
        <source>consent withdrawn</source>
        <translation>согласие отозвано</translation>
    </message>
    <message>
        <source>The consent to the processing of personal data is withdrawn: nothing new may be entered that the family gives of its own will.</source>
        <translation>Согласие на обработку персональных данных отозвано: новые сведения, которые семья сообщает добровольно, не вносятся.</translation>
    </message>
    <message>
        <source>%1 (F7)</source>
        <translation>%1 (F7)</translation>
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
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Учреждение</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>&amp;Bring back what was removed…</source>
        <translation>Верн&amp;уть удалённое…</translation>
    </message>
    <message>
        <source>Shows what comes back, and brings it back</source>
        <translation>Показывает, что вернётся, и возвращает это</translation>
    </message>
    <message>
        <source>Choose a line that says “removed”: what it removed can be brought back</source>
        <translation>Выберите строку «удалено»: удалённое можно вернуть</translation>
    </message>
    <message>
        <source>removed; can be brought back</source>
        <translation>удалено; можно вернуть</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ChildLine</name>
    <message>
        <source>%1: hidden</source>
        <translation>%1: скрыто</translation>
    </message>
    <message>
        <source>The whole form of this line</source>
        <translation>Вся карточка этой строки</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>Убрать эту строку</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>from last time: %1</source>
        <translation>с прошлого раза: %1</translation>
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
    <name>patronat::ui::CloseDialog</name>
    <message>
        <source>dd.mm.yyyy</source>
        <translation>дд.мм.гггг</translation>
    </message>
    <message>
        <source>Nothing is deleted: what was written stays. An empty day takes the end back.</source>
        <translation>Ничего не удаляется: всё записанное остаётся. Пустая дата отменяет окончание.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>This is no date, for example 12.03.2027</source>
        <translation>Это не дата; пример: 12.03.2027</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ColumnMap</name>
    <message>
        <source>Column of the list</source>
        <translation>Столбец списка</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Пример</translation>
    </message>
    <message>
        <source>Goes into the field</source>
        <translation>Поле записи</translation>
    </message>
    <message>
        <source>Tells records apart</source>
        <translation>По нему узнаётся запись</translation>
    </message>
    <message>
        <source>Is not loaded</source>
        <translation>Не загружать</translation>
    </message>
    <message>
        <source>Field for the column %1</source>
        <translation>Поле для столбца «%1»</translation>
    </message>
    <message>
        <source>The column %1 tells records apart</source>
        <translation>По столбцу «%1» узнаётся запись</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ColumnsDialog</name>
    <message>
        <source>Columns of the list</source>
        <translation>Столбцы списка</translation>
    </message>
    <message>
        <source>Space shows or hides a column.</source>
        <translation>Пробел показывает или скрывает столбец.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Sort &amp;ascending</source>
        <translation>Сортировать по &amp;возрастанию</translation>
    </message>
    <message>
        <source>Sort &amp;descending</source>
        <translation>Сортировать по &amp;убыванию</translation>
    </message>
    <message>
        <source>&amp;Wider</source>
        <translation>&amp;Шире</translation>
    </message>
    <message>
        <source>&amp;Narrower</source>
        <translation>У&amp;же</translation>
    </message>
    <message>
        <source>Further &amp;left</source>
        <translation>В&amp;левееamp;Левее</translation>
    </message>
    <message>
        <source>Further &amp;right</source>
        <translation>В&amp;правееamp;Правее</translation>
    </message>
    <message>
        <source>As &amp;they were</source>
        <translation>Как &amp;было</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>“%1” is hidden.</source>
        <translation>Столбец «%1» скрыт.</translation>
    </message>
    <message>
        <source>“%1” is the only column that is shown: it stays.</source>
        <translation>«%1» — единственный показанный столбец, он остаётся.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is %n point(s) wide.</source>
        <translation>
            <numerusform>Ширина столбца «%1» — %n точка.</numerusform>
            <numerusform>Ширина столбца «%1» — %n точки.</numerusform>
            <numerusform>Ширина столбца «%1» — %n точек.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is the last column: it takes the room that the others leave.</source>
        <translation>«%1» — последний столбец: он занимает место, которое оставили другие.</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ComparisonDialog</name>
    <message>
        <source>better, by %1</source>
        <translation>лучше на %1</translation>
    </message>
    <message>
        <source>better</source>
        <translation>лучше</translation>
    </message>
    <message>
        <source>worse, by %1</source>
        <translation>хуже на %1</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>хуже</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>без изменений</translation>
    </message>
    <message>
        <source>not to be compared</source>
        <translation>не сопоставимо</translation>
    </message>
    <message>
        <source>rose by %1</source>
        <translation>больше на %1</translation>
    </message>
    <message>
        <source>fell by %1</source>
        <translation>меньше на %1</translation>
    </message>
    <message>
        <source>Results compared</source>
        <translation>Сравнение результатов</translation>
    </message>
    <message>
        <source>&amp;Instrument</source>
        <translation>&amp;Методика</translation>
    </message>
    <message>
        <source>&amp;About whom</source>
        <translation>&amp;О ком</translation>
    </message>
    <message>
        <source>&amp;Before</source>
        <translation>&amp;Было</translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation>&amp;Стало</translation>
    </message>
    <message>
        <source>Scales, before and now</source>
        <translation>Шкалы: было и стало</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Шкала</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Стало</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменение</translation>
    </message>
    <message>
        <source>the family</source>
        <translation>семья</translation>
    </message>
    <message>
        <source>%1; answered by %2</source>
        <translation>%1; отвечал(а): %2</translation>
    </message>
    <message>
        <source>No instrument has been filled in for this family yet.</source>
        <translation>По этой семье методики ещё не проводились.</translation>
    </message>
    <message>
        <source>There is one result only, of %1: the next one can be compared with it.</source>
        <translation>Результат пока один: %1. Сравнить можно будет со следующим.</translation>
    </message>
    <message>
        <source>This is one and the same result: choose another one beside it.</source>
        <translation>Это один и тот же результат: выберите рядом другой.</translation>
    </message>
    <message>
        <source>%1, signed</source>
        <translation>%1, подписан</translation>
    </message>
    <message>
        <source>The instrument has no result as a whole: it is compared scale by scale.</source>
        <translation>Общего результата у методики нет: сравниваются шкалы.</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <translation>%1 → %2: %3</translation>
    </message>
    <message>
        <source>What stands under “before” is the later one.</source>
        <translation>В поле «Было» выбран более поздний результат.</translation>
    </message>
    <message>
        <source>Counted by two editions of the instrument: the figures may differ by that alone.</source>
        <translation>Подсчитано по разным редакциям методики: баллы могут отличаться уже поэтому.</translation>
    </message>
    <message>
        <source>For reference only: no conclusion rests on this instrument alone.</source>
        <translation>Справочно: вывод на одной этой методике не строится.</translation>
    </message>
    <message>
        <source>&amp;Print the result</source>
        <translation>&amp;Печать результата</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Печать…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Сохранить в PDF…</translation>
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
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
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
    <name>patronat::ui::DaySheetDialog</name>
    <message>
        <source>Sheet of visits</source>
        <translation>Маршрутный лист</translation>
    </message>
    <message>
        <source>&amp;Day of the visits</source>
        <translation>&amp;День посещений</translation>
    </message>
    <message>
        <source>&amp;All families, not only mine</source>
        <translation>&amp;Все семьи, не только мои</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Печать…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>&amp;Сохранить в PDF…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>A date is expected, for example 12.03.2027</source>
        <translation>Нужна дата, например 12.03.2027</translation>
    </message>
    <message>
        <source>Nobody is to be visited on this day.</source>
        <translation>На этот день посещений нет.</translation>
    </message>
    <message numerus="yes">
        <source>%n family(s) to visit</source>
        <translation>
            <numerusform>Посетить %n семью</numerusform>
            <numerusform>Посетить %n семьи</numerusform>
            <numerusform>Посетить %n семей</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::DemoWords</name>
    <message>
        <source>A specialist of a district</source>
        <translation>Специалист участковой службы</translation>
    </message>
    <message>
        <source>The secretary of a consilium</source>
        <translation>Секретарь консилиума</translation>
    </message>
    <message>
        <source>A supervisor</source>
        <translation>Супервизор</translation>
    </message>
    <message>
        <source>Keeps the families of one office: cards, programmes, measures and their dates.</source>
        <translation>Ведёт семьи одного учреждения: карты, программы, мероприятия и их сроки.</translation>
    </message>
    <message>
        <source>Prepares and holds the meetings of the same office: agenda, votes, protocol.</source>
        <translation>Готовит и проводит заседания в том же учреждении: повестка, голоса, протокол.</translation>
    </message>
    <message>
        <source>Sees three offices together, and what they filled differently.</source>
        <translation>Видит три учреждения вместе и то, что они заполнили по-разному.</translation>
    </message>
    <message>
        <source>Press Alt+2 and then Insert: enter a family of your own. Ctrl+S saves it, finished or not.</source>
        <translation>Нажмите Alt+2, затем Insert: введите свою семью. Ctrl+S сохраняет её, даже если она не закончена.</translation>
    </message>
    <message>
        <source>Change the telephone of a family, save with Ctrl+S and take it back with Ctrl+Shift+Z.</source>
        <translation>Измените телефон семьи, сохраните Ctrl+S и отмените Ctrl+Shift+Z.</translation>
    </message>
    <message>
        <source>Press &quot;Others are near&quot;: lists show first letters only. Ctrl+L hides everything at once.</source>
        <translation>Нажмите «Посторонние рядом»: в списках останутся первые буквы. Ctrl+L скрывает всё сразу.</translation>
    </message>
    <message>
        <source>Go back with Alt+Left and press Insert: a new meeting. Ctrl+S saves it.</source>
        <translation>Вернитесь Alt+← и нажмите Insert: новое заседание. Ctrl+S сохраняет его.</translation>
    </message>
    <message>
        <source>Press Alt+2: the families of all three offices. Choose &quot;Overdue&quot; among the filters.</source>
        <translation>Нажмите Alt+2: семьи всех трёх учреждений. Выберите отбор «Есть просрочка».</translation>
    </message>
    <message>
        <source>Choose one of the values there: the difference is settled, both stay in the history.</source>
        <translation>Выберите там одно из значений: расхождение снято, оба остаются в истории.</translation>
    </message>
    <message>
        <source>Under &quot;Give out&quot; write a file for one of the offices: only what it may see is in it.</source>
        <translation>На странице «Передать» запишите файл для одного из учреждений: в нём только то, что ему положено видеть.</translation>
    </message>
    <message>
        <source>Press Alt+4 and Enter: a meeting that was held. Under &quot;Protocol and extracts&quot; its pages stand ready.</source>
        <translation>Нажмите Alt+4 и Enter: прошедшее заседание. На странице «Протокол и выписки» готовы листы для печати.</translation>
    </message>
    <message>
        <source>Press Ctrl+F and type the beginning of a surname. Enter opens the first family found.</source>
        <translation>Нажмите Ctrl+F и начните набирать фамилию. Enter открывает первую найденную семью.</translation>
    </message>
    <message>
        <source>Press Alt+3 and Enter: a family with its programme, its measures, and which of them are late.</source>
        <translation>Нажмите Alt+3 и Enter: семья с её программой, мероприятия и какие из них просрочены.</translation>
    </message>
    <message>
        <source>Open &quot;Attendance&quot;: Space marks the member one stands on, the quorum is said above the list.</source>
        <translation>Откройте «Присутствие»: пробел отмечает члена в текущей строке, кворум сказан над списком.</translation>
    </message>
    <message>
        <source>Open &quot;Agenda and decisions&quot;, press Insert and mark families with Space; Ctrl+Enter puts them on the agenda.</source>
        <translation>Откройте «Повестка и решения», нажмите Insert и отметьте семьи пробелом; Ctrl+Enter вносит их в повестку.</translation>
    </message>
    <message>
        <source>Stand on a question: Ctrl+E counts everybody present as voting for, Ctrl+D begins a decision.</source>
        <translation>Встаньте на вопрос: Ctrl+E засчитывает всем присутствующим голос «за», Ctrl+D начинает решение.</translation>
    </message>
    <message>
        <source>Press Alt+5 and open &quot;Differences&quot;: what two offices filled differently, who did, of which office and when.</source>
        <translation>Нажмите Alt+5 и откройте «Расхождения»: что два учреждения заполнили по-разному, кто, из какого учреждения и когда.</translation>
    </message>
    <message>
        <source>Open &quot;Findings&quot;: one office changed what another had signed. Enter leads to where one says which of the two holds.</source>
        <translation>Откройте «Замечания»: одно учреждение изменило то, что другое подписало. Enter ведёт туда, где решают, какой вариант остаётся.</translation>
    </message>
</context>
<context>
    <name>patronat::ui::DraftOffer</name>
    <message>
        <source>Something was typed here on %1 and not saved.</source>
        <translation>%1 здесь было набрано и не сохранено.</translation>
    </message>
    <message>
        <source>Show what was typed</source>
        <translation>Показать набранное</translation>
    </message>
</context>
<context>
    <name>patronat::ui::DraftsFound</name>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Draft – %1</source>
        <translation>Черновик — %1</translation>
    </message>
    <message>
        <source>Draft – %1: %2</source>
        <translation>Черновик — %1: %2</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ElsewhereStrip</name>
    <message>
        <source>This was removed meanwhile. What you typed still stands here, can be copied and is kept as a draft; it can be saved when the record is restored.</source>
        <translation>Тем временем эта запись удалена. Набранное вами осталось здесь, его можно скопировать, оно хранится как черновик; сохранить его можно, восстановив запись.</translation>
    </message>
    <message>
        <source>This was removed meanwhile.</source>
        <translation>Тем временем эта запись удалена.</translation>
    </message>
    <message>
        <source>This was signed meanwhile. What you typed still stands here and can be copied. Saved, it does not change the signed paper: it stands beside it until somebody decides about it. Thrown away, the form shows what was signed.</source>
        <translation>Тем временем эта запись подписана. Набранное вами осталось здесь, его можно скопировать. Если сохранить его, подписанный документ не изменится: набранное останется рядом с ним, пока кто-нибудь не примет решение. Если отбросить, форма покажет то, что подписано.</translation>
    </message>
    <message>
        <source>This was signed meanwhile; it is shown so when the rest of the form is saved or thrown away.</source>
        <translation>Тем временем эта запись подписана; она будет показана такой, когда остальное в форме сохранят или отбросят.</translation>
    </message>
    <message>
        <source>Somebody else has changed this record meanwhile. Save: both versions are kept, and where they differ you will be asked.</source>
        <translation>Эту запись тем временем изменил кто-то ещё. Сохраняйте: останутся обе версии, а где они расходятся, программа спросит.</translation>
    </message>
    <message>
        <source>Restore the line</source>
        <translation>Восстановить строку</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Отбросить</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>Убрать из списка</translation>
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
        <source>Appears by itself with the files of the other office</source>
        <translation>Появится само с файлами другого учреждения</translation>
    </message>
    <message>
        <source>Comes from a copied database: tell your administrator</source>
        <translation>Пришло из скопированной базы: сообщите администратору</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot;</source>
        <translation>%1 «%2»</translation>
    </message>
    <message>
        <source>%1: the number %2 stands here and in %3</source>
        <translation>%1: номер %2 стоит и здесь, и в записи: %3</translation>
    </message>
    <message>
        <source>%1: %2 has been removed while this was entered</source>
        <translation>%1: %2 удалена, пока вносилась эта запись</translation>
    </message>
    <message>
        <source>%1 is signed without this record, its paper leaves it out</source>
        <translation>%1 подписана без этой записи, на её бумаге этой записи нет</translation>
    </message>
    <message>
        <source>%1: has been removed meanwhile</source>
        <translation>%1: тем временем удалено</translation>
    </message>
    <message>
        <source>It comes by itself with the file of the other office; else choose another one in the record.</source>
        <translation>Она появится сама с файлом другой организации; если нет, выберите в записи другую.</translation>
    </message>
    <message>
        <source>Fill it in the record.</source>
        <translation>Заполните это в записи.</translation>
    </message>
    <message>
        <source>Choose another value in the record.</source>
        <translation>Выберите в записи другое значение.</translation>
    </message>
    <message>
        <source>Give one of the two another number.</source>
        <translation>Дайте одной из двух записей другой номер.</translation>
    </message>
    <message>
        <source>Restore what was removed, or enter this one anew elsewhere.</source>
        <translation>Восстановите удалённое или внесите эту запись заново в другом месте.</translation>
    </message>
    <message>
        <source>Cancel that signature and sign anew with this record, or remove this record.</source>
        <translation>Отмените ту подпись и подпишите заново вместе с этой записью или удалите эту запись.</translation>
    </message>
    <message>
        <source>Correct it in the record.</source>
        <translation>Исправьте это в записи.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>It was changed elsewhere after it was signed</source>
        <translation>После подписания запись изменена в другом месте</translation>
    </message>
    <message>
        <source>It was changed elsewhere after it was signed: %1</source>
        <translation>После подписания в другом месте изменено: %1</translation>
    </message>
    <message>
        <source>Look at both under &quot;Findings&quot; and say which one holds.</source>
        <translation>Посмотрите оба варианта в «Замечаниях» и решите, какой остаётся.</translation>
    </message>
    <message>
        <source>Two places moved this case without knowing of each other; the other event is %1</source>
        <translation>Дело перевели в двух местах, не зная друг о друге; второе событие — %1</translation>
    </message>
    <message>
        <source>Two places moved this case without knowing of each other</source>
        <translation>Дело перевели в двух местах, не зная друг о друге</translation>
    </message>
    <message>
        <source>Decide which of the two happened, and take the other one back with a reason.</source>
        <translation>Решите, какое из двух событий верно, и отмените другое с указанием причины.</translation>
    </message>
    <message>
        <source>%1. The other one: %2</source>
        <translation>%1. Вторая запись: %2</translation>
    </message>
    <message>
        <source>Two places added this code to one classifier; the other entry is %1</source>
        <translation>Этот код внесён в один справочник двумя подразделениями; вторая запись: %1</translation>
    </message>
    <message>
        <source>Two places added this code to one classifier</source>
        <translation>Код внесён в справочник двумя подразделениями</translation>
    </message>
    <message>
        <source>Keep the entry whose name is right and remove the other; records that use the code stay as they are.</source>
        <translation>Оставьте запись с правильным наименованием, вторую удалите; записи, в которых использован код, не изменятся.</translation>
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
    <message>
        <source>This family stands on the agenda already.</source>
        <translation>Эта семья уже в повестке.</translation>
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
    <message>
        <source>%1: hidden</source>
        <translation>%1: скрыто</translation>
    </message>
    <message>
        <source>from last time</source>
        <translation>с прошлого раза</translation>
    </message>
</context>
<context>
    <name>patronat::ui::FieldEditor</name>
    <message>
        <source>from last time, not looked at yet</source>
        <translation>с прошлого раза, ещё не просмотрено</translation>
    </message>
</context>
<context>
    <name>patronat::ui::FigureDialog</name>
    <message>
        <source>What the figure counts</source>
        <translation>Что считает показатель</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s); Enter opens one.</source>
        <translation>
            <numerusform>%n запись; Enter открывает её.</numerusform>
            <numerusform>%n записи; Enter открывает одну.</numerusform>
            <numerusform>%n записей; Enter открывает одну.</numerusform>
        </translation>
    </message>
    <message>
        <source>A share: %1 of %2. These are counted into the part.</source>
        <translation>Доля: %1 из %2. Ниже — те, кто вошёл в числитель.</translation>
    </message>
</context>
<context>
    <name>patronat::ui::FilterBar</name>
    <message>
        <source>this month</source>
        <translation>этот месяц</translation>
    </message>
    <message>
        <source>last month</source>
        <translation>прошлый месяц</translation>
    </message>
    <message>
        <source>this quarter</source>
        <translation>этот квартал</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>этот год</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>прошлый год</translation>
    </message>
    <message>
        <source>Switch all filters off</source>
        <translation>Снять все фильтры</translation>
    </message>
    <message>
        <source>%1: any</source>
        <translation>%1: все</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: own dates</source>
        <translation>%1: свой период</translation>
    </message>
    <message>
        <source>%1: from</source>
        <translation>%1: с</translation>
    </message>
    <message>
        <source>%1: to</source>
        <translation>%1: по</translation>
    </message>
    <message>
        <source>%1: %2 – %3</source>
        <translation>%1: %2 – %3</translation>
    </message>
    <message>
        <source>%1: overdue</source>
        <translation>%1: просрочены</translation>
    </message>
    <message>
        <source>%1: due this week</source>
        <translation>%1: на этой неделе</translation>
    </message>
    <message>
        <source>%1: overdue or soon</source>
        <translation>%1: просрочены или скоро</translation>
    </message>
</context>
<context>
    <name>patronat::ui::Foot</name>
    <message>
        <source>Everything is saved</source>
        <translation>Всё сохранено</translation>
    </message>
    <message>
        <source>training data</source>
        <translation>учебные данные</translation>
    </message>
    <message>
        <source>no exchange yet</source>
        <translation>обмена ещё не было</translation>
    </message>
    <message>
        <source>last exchange %1</source>
        <translation>обмен был %1</translation>
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
        <source>Typed and not saved: %1</source>
        <translation>Не сохранено: %1</translation>
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
    <message>
        <source>It was signed elsewhere meanwhile. What you saved stands beside the signed paper until somebody decides about it, on the page of exchange.</source>
        <translation>Тем временем запись подписана в другом месте. Сохранённое вами осталось рядом с подписанным документом, пока кто-нибудь не примет решение на странице обмена.</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>удалена</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) came along from last time, and nobody has looked at them.</source>
        <translation>
            <numerusform>С прошлого раза перенесено %n значение, его ещё никто не просмотрел.</numerusform>
            <numerusform>С прошлого раза перенесены %n значения, их ещё никто не просмотрел.</numerusform>
            <numerusform>С прошлого раза перенесено %n значений, их ещё никто не просмотрел.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it is right</source>
        <translation>Всё верно</translation>
    </message>
    <message>
        <source>Fill in an &amp;instrument…</source>
        <translation>Заполнить &amp;методику…</translation>
    </message>
    <message>
        <source>Save the diagnostics first</source>
        <translation>Сначала сохраните диагностику</translation>
    </message>
    <message>
        <source>Compare &amp;results…</source>
        <translation>Сравнить &amp;результаты…</translation>
    </message>
    <message>
        <source>The first and the last result of an instrument, or any two</source>
        <translation>Первый и последний результаты методики или любые два</translation>
    </message>
</context>
<context>
    <name>patronat::ui::FormSession</name>
    <message>
        <source>What this belongs to is signed already. What you add now can be saved, but it is not part of the signed paper: it stands beside it until somebody decides about it.</source>
        <translation>Документ, к которому это относится, уже подписан. То, что вы добавите сейчас, сохранится, но в подписанный документ не войдёт: оно будет стоять рядом с ним, пока по нему не примут решение.</translation>
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
    <message>
        <source>How much is written</source>
        <translation>Сколько записано</translation>
    </message>
</context>
<context>
    <name>patronat::ui::HandOverDialog</name>
    <message>
        <source>Hand over a case</source>
        <translation>Передача дела</translation>
    </message>
    <message>
        <source>Hand over cases</source>
        <translation>Передача дел</translation>
    </message>
    <message>
        <source>Who hands over</source>
        <translation>Кто передаёт</translation>
    </message>
    <message>
        <source>Who takes over</source>
        <translation>Кто принимает</translation>
    </message>
    <message>
        <source>&amp;All open cases of the one who hands over</source>
        <translation>&amp;Все открытые дела передающего</translation>
    </message>
    <message>
        <source>Only for a &amp;time; the last day, inclusive:</source>
        <translation>Только на &amp;время; последний день включительно:</translation>
    </message>
    <message>
        <source>Last day of the substitution</source>
        <translation>Последний день замещения</translation>
    </message>
    <message>
        <source>dd.mm.yyyy</source>
        <translation>дд.мм.гггг</translation>
    </message>
    <message>
        <source>Reason *</source>
        <translation>Причина *</translation>
    </message>
    <message>
        <source>Order: number and date</source>
        <translation>Приказ: номер и дата</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Print the act…</source>
        <translation>Напечатать акт…</translation>
    </message>
    <message>
        <source>Save the act as PDF…</source>
        <translation>Сохранить акт в PDF…</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Передать</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>выберите…</translation>
    </message>
    <message>
        <source> (№ %1)</source>
        <translation> (№ %1)</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) written over</source>
        <translation>
            <numerusform>переписывается %n запись</numerusform>
            <numerusform>переписываются %n записи</numerusform>
            <numerusform>переписываются %n записей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signed, unchanged</source>
        <translation>
            <numerusform>%n подписанная не меняется</numerusform>
            <numerusform>%n подписанные не меняются</numerusform>
            <numerusform>%n подписанных не меняются</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open date(s), next %1</source>
        <translation>
            <numerusform>%n открытый срок, ближайший %1</numerusform>
            <numerusform>%n открытых срока, ближайший %1</numerusform>
            <numerusform>%n открытых сроков, ближайший %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) to hand over:</source>
        <translation>
            <numerusform>Передаётся %n дело:</numerusform>
            <numerusform>Передаются %n дела:</numerusform>
            <numerusform>Передаётся %n дел:</numerusform>
        </translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>и ещё %1</translation>
    </message>
    <message>
        <source>Afterwards they are the curator&apos;s again by themselves.</source>
        <translation>После этого дня дела возвращаются куратору сами.</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) of these cases on this computer stay on the page Today for whoever takes over.</source>
        <translation>
            <numerusform>%n черновик по этим делам на этом компьютере остаётся на странице «Сегодня» для принимающего.</numerusform>
            <numerusform>%n черновика по этим делам на этом компьютере остаются на странице «Сегодня» для принимающего.</numerusform>
            <numerusform>%n черновиков по этим делам на этом компьютере остаются на странице «Сегодня» для принимающего.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) handed over to %1, act № %2.</source>
        <translation>
            <numerusform>%n дело передано: %1, акт № %2.</numerusform>
            <numerusform>%n дела переданы: %1, акт № %2.</numerusform>
            <numerusform>%n дел передано: %1, акт № %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Act of a hand-over</source>
        <translation>Акт передачи дел</translation>
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
    <name>patronat::ui::InstallationPanel</name>
    <message>
        <source>office of district specialists</source>
        <translation>учреждение: участковая служба</translation>
    </message>
    <message>
        <source>secretary of the consilium</source>
        <translation>секретарь консилиума</translation>
    </message>
    <message>
        <source>supervisor: brings the offices together</source>
        <translation>супервизор: сводит данные учреждений</translation>
    </message>
    <message>
        <source>the republic: brings the districts together</source>
        <translation>республика: сводит данные районов</translation>
    </message>
    <message>
        <source>central endpoint</source>
        <translation>центральный узел обмена</translation>
    </message>
    <message>
        <source>The file is damaged: %1</source>
        <translation>Файл повреждён: %1</translation>
    </message>
    <message>
        <source>A block of the journal cannot be read: %1</source>
        <translation>Блок журнала не читается: %1</translation>
    </message>
    <message>
        <source>An entry of the journal cannot be read: %1</source>
        <translation>Запись журнала не читается: %1</translation>
    </message>
    <message>
        <source>A record differs from its journal: %1</source>
        <translation>Запись расходится с журналом: %1</translation>
    </message>
    <message>
        <source>A record of the journal is missing in the tables: %1</source>
        <translation>Записи из журнала нет в таблицах: %1</translation>
    </message>
    <message>
        <source>The tables hold a record that the journal does not know: %1</source>
        <translation>В таблицах есть запись, которой нет в журнале: %1</translation>
    </message>
    <message>
        <source>The history of a record differs from the journal: %1</source>
        <translation>История записи расходится с журналом: %1</translation>
    </message>
    <message>
        <source>The list of differences is not as the journal says: %1</source>
        <translation>Список разногласий расходится с журналом: %1</translation>
    </message>
    <message>
        <source>What stands beside a signature is not as the journal says: %1</source>
        <translation>Правки рядом с подписью расходятся с журналом: %1</translation>
    </message>
    <message>
        <source>What waits for others is counted wrongly: %1</source>
        <translation>Неверно посчитано то, что ждёт данных от других: %1</translation>
    </message>
    <message>
        <source>The search does not know a name: %1</source>
        <translation>Поиск не знает имени: %1</translation>
    </message>
    <message>
        <source>The chain of this installation&apos;s own entries is broken: %1</source>
        <translation>Цепочка собственных записей установки нарушена: %1</translation>
    </message>
    <message>
        <source>This installation</source>
        <translation>Эта установка</translation>
    </message>
    <message>
        <source>Are the data sound?</source>
        <translation>Целы ли данные?</translation>
    </message>
    <message>
        <source>Check the database</source>
        <translation>Проверить базу</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>How much is checked</source>
        <translation>Сколько проверено</translation>
    </message>
    <message>
        <source>Kind of place:</source>
        <translation>Вид рабочего места:</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Название:</translation>
    </message>
    <message>
        <source>Code of the office:</source>
        <translation>Код места:</translation>
    </message>
    <message>
        <source>Institution:</source>
        <translation>Учреждение:</translation>
    </message>
    <message>
        <source>Territories served:</source>
        <translation>Обслуживаемые территории:</translation>
    </message>
    <message>
        <source>Profile:</source>
        <translation>Профиль:</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, версия %2</translation>
    </message>
    <message>
        <source>Data:</source>
        <translation>Данные:</translation>
    </message>
    <message>
        <source>training data: the people are made up</source>
        <translation>учебные данные: люди вымышлены</translation>
    </message>
    <message>
        <source>Database:</source>
        <translation>База данных:</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Размер:</translation>
    </message>
    <message>
        <source>%1, and %2 that is not moved into the file yet; unfinished typing: %3</source>
        <translation>%1 и ещё %2, пока не перенесённые в файл; незаконченный ввод: %3</translation>
    </message>
    <message>
        <source>Last backup:</source>
        <translation>Последняя копия:</translation>
    </message>
    <message>
        <source>%1; certified %2</source>
        <translation>%1; удостоверена %2</translation>
    </message>
    <message>
        <source>%1; not certified: others take in files of this place only after asking whether they know you</source>
        <translation>%1; не удостоверена: принимая ваши файлы, другие сначала подтверждают, что знают вас</translation>
    </message>
    <message>
        <source>none yet, not certified. Everything works here; others take in files of this place only after asking whether they know you. The first institution whose file is taken in becomes that of this place.</source>
        <translation>пока нет, установка не удостоверена. Здесь работает всё; принимая ваши файлы, другие сначала подтверждают, что знают вас. Учреждением этой установки станет первое, чей файл она примет.</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>все</translation>
    </message>
    <message>
        <source>not said. Numbers given here stay provisional.</source>
        <translation>не указаны. Присвоенные здесь номера остаются предварительными.</translation>
    </message>
    <message>
        <source>Checking: the file, the journal, and every record against it. Nothing is changed; you may go on working.</source>
        <translation>Проверяются файл, журнал и каждая запись по журналу. Ничего не меняется, можно работать дальше.</translation>
    </message>
    <message>
        <source>Not checked yet at this computer.</source>
        <translation>На этом компьютере базу ещё не проверяли.</translation>
    </message>
    <message>
        <source>Checked %1: all was well.</source>
        <translation>Проверено %1: всё было в порядке.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Остановлено. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Entries of the journal read: %1, records compared: %2.</source>
        <translation>Прочитано записей журнала: %1, сверено карточек: %2.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Всё в порядке.</translation>
    </message>
    <message>
        <source>Not all is well. Stop working here, copy the database, and call whoever looks after the program.</source>
        <translation>Не всё в порядке. Прекратите работу, скопируйте базу и позовите того, кто сопровождает программу.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>none was made here yet: View, Make a backup</source>
        <translation>здесь ещё не делалась: «Вид», «Сделать резервную копию»</translation>
    </message>
</context>
<context>
    <name>patronat::ui::InstrumentDialog</name>
    <message>
        <source>Save the result</source>
        <translation>Сохранить результат</translation>
    </message>
    <message>
        <source>Fill in an instrument</source>
        <translation>Заполнение методики</translation>
    </message>
    <message>
        <source>&amp;Instrument</source>
        <translation>&amp;Методика</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Дата</translation>
    </message>
    <message>
        <source>&amp;Who answers</source>
        <translation>&amp;Кто отвечает</translation>
    </message>
    <message>
        <source>As &amp;whom</source>
        <translation>В &amp;качестве кого</translation>
    </message>
    <message>
        <source>About which &amp;child</source>
        <translation>О каком &amp;ребёнке</translation>
    </message>
    <message>
        <source>S&amp;heet</source>
        <translation>&amp;Бланк</translation>
    </message>
    <message>
        <source>Digits answer, Backspace takes back, Ctrl+S saves, Esc closes</source>
        <translation>Цифра — ответ, Backspace — отмена ответа, Ctrl+S — сохранить, Esc — закрыть</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>required</source>
        <translation>обязательно</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>рекомендуется</translation>
    </message>
    <message>
        <source>The profile of this database has no instruments yet: it is updated when the program opens it.</source>
        <translation>В профиле этой базы данных методик пока нет: профиль обновляется при открытии базы программой.</translation>
    </message>
    <message>
        <source>The texts of the questions are not in the program: they are on the paper form.</source>
        <translation>Тексты вопросов в программу не включены: они находятся на бумажном бланке.</translation>
    </message>
    <message>
        <source>For reference only: no conclusion rests on this instrument alone.</source>
        <translation>Справочно: вывод на одной этой методике не строится.</translation>
    </message>
    <message>
        <source>Conducted by a psychologist.</source>
        <translation>Проводит психолог.</translation>
    </message>
    <message>
        <source>the specialist</source>
        <translation>специалист</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>анонимно</translation>
    </message>
    <message>
        <source>Answered %1 of %2</source>
        <translation>Отвечено %1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more needed for a result</source>
        <translation>
            <numerusform>для результата нужен ещё %n ответ</numerusform>
            <numerusform>для результата нужны ещё %n ответа</numerusform>
            <numerusform>для результата нужно ещё %n ответов</numerusform>
        </translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Результат: %1</translation>
    </message>
    <message>
        <source>whatever the other answers are</source>
        <translation>независимо от остальных ответов</translation>
    </message>
    <message>
        <source>diagnostic value reached</source>
        <translation>достигнуто диагностическое значение</translation>
    </message>
    <message>
        <source>These diagnostics are signed: a result cannot be added to them any more.</source>
        <translation>Диагностика подписана: добавить к ней результат уже нельзя.</translation>
    </message>
    <message>
        <source>This instrument is for those of %1 years and older.</source>
        <translation>Методика предназначена для лиц от %1 лет.</translation>
    </message>
    <message>
        <source>This instrument is for those up to %1 years.</source>
        <translation>Методика предназначена для лиц не старше %1 лет.</translation>
    </message>
    <message>
        <source>The age of who answers is not known: this instrument is for certain ages.</source>
        <translation>Возраст отвечающего не указан, а методика предназначена для определённого возраста.</translation>
    </message>
    <message>
        <source>This sheet is for other respondents.</source>
        <translation>Этот бланк предназначен для других лиц.</translation>
    </message>
    <message>
        <source>This is no number.</source>
        <translation>Это не число.</translation>
    </message>
    <message>
        <source>Say which child it is about. Children of the family are those who are under 18 by their date of birth.</source>
        <translation>Укажите, о каком ребёнке оценка. Детьми считаются члены семьи, которым по дате рождения нет 18 лет.</translation>
    </message>
    <message>
        <source>Check the answers before saving: afterwards they are read and corrected by %1 only.</source>
        <translation>Проверьте ответы: после сохранения они доступны только следующим работникам: %1.</translation>
    </message>
</context>
<context>
    <name>patronat::ui::IntakePage</name>
    <message>
        <source>Sheet</source>
        <translation>Лист</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Кодировка</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Разделитель</translation>
    </message>
    <message>
        <source>Headings in row</source>
        <translation>Заголовки в строке</translation>
    </message>
    <message>
        <source>Kept mapping</source>
        <translation>Сохранённое соответствие</translation>
    </message>
    <message>
        <source>What is in the rows</source>
        <translation>Что в строках</translation>
    </message>
    <message>
        <source>Loading a list</source>
        <translation>Загрузка списка</translation>
    </message>
    <message>
        <source>A list that is kept in a table (CSV, Excel .xlsx, LibreOffice .ods) becomes records here: all of it or nothing. First the program says what would become of each row.</source>
        <translation>Список, который ведётся в таблице (CSV, Excel .xlsx, LibreOffice .ods), становится записями: целиком или никак. Сначала программа показывает, что будет с каждой строкой.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>Keep mapping…</source>
        <translation>Сохранить соответствие…</translation>
    </message>
    <message>
        <source>Keep these lines…</source>
        <translation>Сохранить эти строки…</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Загрузить</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Take back what was loaded</source>
        <translation>Отменить загрузку</translation>
    </message>
    <message>
        <source>Load the other rows, leave those that are not taken</source>
        <translation>Загрузить остальные строки, непринятые пропустить</translation>
    </message>
    <message>
        <source>No column is said to tell records apart: loading the list again would add everything again.</source>
        <translation>Не указано, по каким столбцам узнаётся запись: при повторной загрузке всё добавится ещё раз.</translation>
    </message>
    <message>
        <source>How much is done</source>
        <translation>Сколько сделано</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>точка с запятой</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>запятая</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>табуляция</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Все строки</translation>
    </message>
    <message>
        <source>Which rows are shown</source>
        <translation>Какие строки показаны</translation>
    </message>
    <message>
        <source>None: as I say below</source>
        <translation>Нет: как указано ниже</translation>
    </message>
    <message>
        <source>The list</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Columns and fields</source>
        <translation>Столбцы и поля</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Результат проверки</translation>
    </message>
    <message>
        <source>Keep the lines</source>
        <translation>Сохранение строк</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Таблицы (*.csv)</translation>
    </message>
    <message>
        <source>A list</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt *.tsv *.xlsx *.xlsm *.ods *.xls);;All files (*)</source>
        <translation>Списки (*.csv *.txt *.tsv *.xlsx *.xlsm *.ods *.xls);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Keep which column is which field</source>
        <translation>Сохранение соответствия столбцов и полей</translation>
    </message>
    <message>
        <source>Name (letters, digits, blanks):</source>
        <translation>Название (буквы, цифры, пробелы):</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Сохранено</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>Загружено</translation>
    </message>
    <message>
        <source>Reading the file.</source>
        <translation>Чтение файла.</translation>
    </message>
    <message>
        <source>Rows in the list: %1. Say which column is which field, then press &quot;Check&quot;; nothing is changed by it.</source>
        <translation>Строк в списке: %1. Укажите, какой столбец — какое поле, и нажмите «Проверить»: проверка ничего не меняет.</translation>
    </message>
    <message>
        <source>Checking. Nothing is changed by it; you may go on working.</source>
        <translation>Проверка. Она ничего не меняет, можно продолжать работу.</translation>
    </message>
    <message>
        <source>There is nothing to load.</source>
        <translation>Загружать нечего.</translation>
    </message>
    <message>
        <source>Something has been saved since the check. Press &quot;Check&quot; again.</source>
        <translation>После проверки что-то было сохранено. Нажмите «Проверить» ещё раз.</translation>
    </message>
    <message>
        <source>Loading. Until it is done others see nothing of it.</source>
        <translation>Загрузка. До её окончания ничего из списка не видно.</translation>
    </message>
    <message>
        <source>Loaded: records made: %1, changed: %2.</source>
        <translation>Загружено. Создано записей: %1, изменено: %2.</translation>
    </message>
    <message>
        <source>Taking back what was loaded.</source>
        <translation>Отмена загрузки.</translation>
    </message>
    <message>
        <source>Taken back: all records are as they were before.</source>
        <translation>Загрузка отменена: все записи такие же, как до неё.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Остановлено. Ничего не изменено.</translation>
    </message>
</context>
<context>
    <name>patronat::ui::IntakeWords</name>
    <message>
        <source>This is not a date of the calendar</source>
        <translation>Такой даты нет в календаре</translation>
    </message>
    <message>
        <source>This is not a date and time</source>
        <translation>Это не дата и время</translation>
    </message>
    <message>
        <source>This is not a number</source>
        <translation>Это не число</translation>
    </message>
    <message>
        <source>Neither yes nor no</source>
        <translation>Ни «да», ни «нет»</translation>
    </message>
    <message>
        <source>There is no such value in the list of the field</source>
        <translation>Такого значения нет в списке поля</translation>
    </message>
    <message>
        <source>There is no such record</source>
        <translation>Такой записи нет</translation>
    </message>
    <message>
        <source>There are several such records</source>
        <translation>Таких записей несколько</translation>
    </message>
    <message>
        <source>A formula of the list gives an error</source>
        <translation>Ошибка формулы в списке</translation>
    </message>
    <message>
        <source>Letters are lost: choose another encoding</source>
        <translation>Буквы не читаются: выберите другую кодировку</translation>
    </message>
    <message>
        <source>The text is too long</source>
        <translation>Слишком длинный текст</translation>
    </message>
    <message>
        <source>The number is out of range</source>
        <translation>Число вне допустимых пределов</translation>
    </message>
    <message>
        <source>Too many decimals</source>
        <translation>Слишком много знаков после запятой</translation>
    </message>
    <message>
        <source>A value of another kind is expected</source>
        <translation>Ожидается значение другого вида</translation>
    </message>
    <message>
        <source>The field must be filled</source>
        <translation>Поле должно быть заполнено</translation>
    </message>
    <message>
        <source>Without it the record cannot be told from others</source>
        <translation>Без него запись нельзя узнать</translation>
    </message>
    <message>
        <source>An earlier row of the same record says something else</source>
        <translation>В более ранней строке о той же записи указано другое</translation>
    </message>
    <message>
        <source>This contradicts what is known of the record</source>
        <translation>Противоречит тому, что известно о записи</translation>
    </message>
    <message>
        <source>Surname, name and patronymic cannot be told apart</source>
        <translation>Нельзя разделить фамилию, имя и отчество</translation>
    </message>
    <message>
        <source>The row has more cells than there are headings</source>
        <translation>В строке больше ячеек, чем заголовков</translation>
    </message>
    <message>
        <source>No cell that is to be loaded is filled</source>
        <translation>Не заполнена ни одна загружаемая ячейка</translation>
    </message>
    <message>
        <source>It must be said whose file this belongs to</source>
        <translation>Нужно указать, к чьему делу это относится</translation>
    </message>
    <message>
        <source>The record is in another file already</source>
        <translation>Запись уже находится в другом деле</translation>
    </message>
    <message>
        <source>The record is signed and is not changed by a list</source>
        <translation>Запись подписана, список её не меняет</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новая</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменится</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Без изменений</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Повтор</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Не принята</translation>
    </message>
    <message>
        <source>See row %1</source>
        <translation>См. строку %1</translation>
    </message>
    <message>
        <source>Perhaps &quot;%1&quot;</source>
        <translation>Возможно, «%1»</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Строк: %1</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>новых: %1</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>изменённых: %1</translation>
    </message>
    <message>
        <source>as they are: %1</source>
        <translation>без изменений: %1</translation>
    </message>
    <message>
        <source>repeated: %1</source>
        <translation>повторов: %1</translation>
    </message>
    <message>
        <source>not taken: %1</source>
        <translation>не принято: %1</translation>
    </message>
    <message>
        <source>Dates with two digits of the year: %1; look whether the century is right.</source>
        <translation>Дат с годом из двух цифр: %1; проверьте, верен ли век.</translation>
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
    <message>
        <source>Nobody is marked as present yet: mark them under Attendance.</source>
        <translation>Присутствующие ещё не отмечены: отметьте их на вкладке «Присутствие».</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ItemSheet</name>
    <message>
        <source>Item %1</source>
        <translation>Пункт %1</translation>
    </message>
    <message>
        <source>    its diagnostic value, from the manual</source>
        <translation>    диагностическое значение по руководству</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ListColumns</name>
    <message>
        <source>sorted, ascending</source>
        <translation>сортировка по возрастанию</translation>
    </message>
    <message>
        <source>sorted, descending</source>
        <translation>сортировка по убыванию</translation>
    </message>
    <message>
        <source>Sort by “%1”, &amp;ascending</source>
        <translation>Сортировать по столбцу «%1», по &amp;возрастанию</translation>
    </message>
    <message>
        <source>Sort by “%1”, &amp;descending</source>
        <translation>Сортировать по столбцу «%1», по &amp;убыванию</translation>
    </message>
    <message>
        <source>“%1”: &amp;wider</source>
        <translation>«%1»: &amp;шире</translation>
    </message>
    <message>
        <source>“%1”: &amp;narrower</source>
        <translation>«%1»: у&amp;же</translation>
    </message>
    <message>
        <source>“%1”: &amp;hide</source>
        <translation>«%1»: &amp;скрыть</translation>
    </message>
    <message>
        <source>All &amp;columns…</source>
        <translation>Все с&amp;толбцы…</translation>
    </message>
    <message>
        <source>Columns as &amp;they were</source>
        <translation>Столбцы как &amp;было</translation>
    </message>
    <message>
        <source>Order, widths and sorting…</source>
        <translation>Порядок, ширина и сортировка…</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ListOutput</name>
    <message>
        <source>Export the list</source>
        <translation>Выгрузить список</translation>
    </message>
    <message>
        <source>The list is being written</source>
        <translation>Список записывается</translation>
    </message>
    <message>
        <source>How far the list is written</source>
        <translation>Сколько строк записано</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Lines written: %1 of %2</source>
        <translation>Записано строк: %1 из %2</translation>
    </message>
    <message>
        <source>The file is saved: %1</source>
        <translation>Файл сохранён: %1</translation>
    </message>
    <message>
        <source>Cancelled, no file was written</source>
        <translation>Отменено, файл не записан</translation>
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
    <message>
        <source>Print the list… (Ctrl+P)</source>
        <translation>Печать списка… (Ctrl+P)</translation>
    </message>
    <message>
        <source>Export as a spreadsheet (XLSX)…</source>
        <translation>Выгрузить в таблицу (XLSX)…</translation>
    </message>
    <message>
        <source>Export as text (CSV)…</source>
        <translation>Выгрузить в текст (CSV)…</translation>
    </message>
    <message>
        <source>search: %1</source>
        <translation>поиск: %1</translation>
    </message>
    <message>
        <source>Names and addresses are hidden</source>
        <translation>Фамилии и адреса скрыты</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Print and export</source>
        <translation>Печать и выгрузка</translation>
    </message>
    <message>
        <source>Print and export what is shown</source>
        <translation>Напечатать или выгрузить то, что показано</translation>
    </message>
    <message>
        <source>Column “%1”</source>
        <translation>Столбец «%1»</translation>
    </message>
    <message>
        <source>Columns: which are shown, their order, widths and sorting</source>
        <translation>Столбцы: какие показаны, их порядок, ширина и сортировка</translation>
    </message>
    <message>
        <source>Removed records</source>
        <translation>Удалённые записи</translation>
    </message>
    <message>
        <source>What was removed from this list, to be brought back</source>
        <translation>Что удалено из этого списка и что можно вернуть</translation>
    </message>
    <message>
        <source>No longer offered, so the list is shown without it: %1</source>
        <translation>Этого значения больше нет, список показан без этого отбора: %1</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Сохранённые отборы</translation>
    </message>
    <message>
        <source>Saved filters: name what is set, set what was named (Ctrl+Shift+F)</source>
        <translation>Сохранённые отборы: сохранить текущий или выбрать сохранённый (Ctrl+Shift+F)</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ListPanel</name>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>Classifiers are kept by a methodist or an administrator: let one of them say who works here.</source>
        <translation>Справочники ведёт методист или администратор: выберите его в окне «Кто работает за этим компьютером».</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ListPreview</name>
    <message>
        <source>The paper is being made</source>
        <translation>Документ готовится</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Сохранить PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Печать…</translation>
    </message>
    <message>
        <source>Print: %1</source>
        <translation>Печать: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
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
        <source>%1; the first %2 lines. All of them go into a file</source>
        <translation>%1; первые строки: %2. Все строки — выгрузкой в файл</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Сохранить PDF</translation>
    </message>
    <message>
        <source>The file is saved: %1</source>
        <translation>Файл сохранён: %1</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Печать</translation>
    </message>
    <message numerus="yes">
        <source>Given to the printer: %n page(s)</source>
        <translation>
            <numerusform>Передано на принтер: %n страница</numerusform>
            <numerusform>Передано на принтер: %n страницы</numerusform>
            <numerusform>Передано на принтер: %n страниц</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::ListsOfPlace</name>
    <message>
        <source>Lists</source>
        <translation>Списки</translation>
    </message>
    <message>
        <source>Hand the chosen cases over to another of the staff…</source>
        <translation>Передать выбранные дела другому сотруднику…</translation>
    </message>
</context>
<context>
    <name>patronat::ui::MainWindow</name>
    <message>
        <source>Patronat</source>
        <translation>Патронат</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>Отменять нечего</translation>
    </message>
    <message>
        <source>Patronat – training data</source>
        <translation>Патронат – учебные данные</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Отменено: %1</translation>
    </message>
    <message>
        <source>Undone in part: %1; changes left as they are: %2</source>
        <translation>Отменено частично: %1; изменений осталось: %2</translation>
    </message>
    <message>
        <source>Of which family? Find it, stand on its line and press F7.</source>
        <translation>Для какой семьи? Найдите её, встаньте на её строку и нажмите F7.</translation>
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
    <name>patronat::ui::MemberList</name>
    <message>
        <source>votes</source>
        <translation>голосует</translation>
    </message>
    <message>
        <source>no vote</source>
        <translation>без голоса</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>с %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>по %1</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>No</source>
        <translation>№</translation>
    </message>
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
        <source>Vote</source>
        <translation>Голос</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Срок</translation>
    </message>
</context>
<context>
    <name>patronat::ui::MoveDialog</name>
    <message>
        <source>Move to another case</source>
        <translation>Перенос в другое дело</translation>
    </message>
    <message>
        <source>Name of the family, number or phone</source>
        <translation>Фамилия семьи, номер или телефон</translation>
    </message>
    <message>
        <source>Which family the document belongs to</source>
        <translation>К какой семье относится документ</translation>
    </message>
    <message>
        <source>Families found</source>
        <translation>Найденные семьи</translation>
    </message>
    <message>
        <source>Reason *</source>
        <translation>Причина *</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Перенести</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>выберите…</translation>
    </message>
    <message>
        <source>leave empty</source>
        <translation>оставить пустым</translation>
    </message>
    <message>
        <source>%1: “%2” is not of this case; in the copy stands</source>
        <translation>%1: «%2» не из этого дела; в копии будет</translation>
    </message>
    <message>
        <source>The document is signed: it stays there annulled, and its copy is signed anew.</source>
        <translation>Документ подписан: на прежнем месте он остаётся аннулированным, а его копия подписывается заново.</translation>
    </message>
    <message>
        <source>The number %1 stays with it; the copy gets one of its own.</source>
        <translation>Номер %1 остаётся за ним; копия получит свой.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) refer to it and go on doing so where it was.</source>
        <translation>
            <numerusform>На него ссылается %n запись; ссылка остаётся на прежнем месте.</numerusform>
            <numerusform>На него ссылаются %n записи; ссылки остаются на прежнем месте.</numerusform>
            <numerusform>На него ссылаются %n записей; ссылки остаются на прежнем месте.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of its tables go along.</source>
        <translation>
            <numerusform>Вместе с ним переносится %n строка таблиц.</numerusform>
            <numerusform>Вместе с ним переносятся %n строки таблиц.</numerusform>
            <numerusform>Вместе с ним переносятся %n строк таблиц.</numerusform>
        </translation>
    </message>
    <message>
        <source>The document is in the right case; both cases say so.</source>
        <translation>Документ перенесён; в обоих делах это указано.</translation>
    </message>
</context>
<context>
    <name>patronat::ui::Navigation</name>
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
        <source>Exchange</source>
        <translation>Обмен</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Отчёты</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Управление</translation>
    </message>
    <message>
        <source>Who works here; everything written bears that name</source>
        <translation>Кто работает; всё внесённое подписывается этим именем</translation>
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
        <source>Who works here</source>
        <translation>Кто работает</translation>
    </message>
</context>
<context>
    <name>patronat::ui::NumbersDialog</name>
    <message>
        <source>Last numbers</source>
        <translation>Последние номера</translation>
    </message>
    <message>
        <source>Which numbers were issued last?</source>
        <translation>Какие номера выданы последними?</translation>
    </message>
    <message>
        <source>This database was restored from a backup. Numbers may have been issued since that it does not know. Compare with the paper books and correct what is higher there; until then no new number is issued here.</source>
        <translation>База восстановлена из резервной копии. После неё могли быть выданы номера, которых она не знает. Сверьте с бумажными журналами и исправьте, где там больше; до этого новые номера здесь не выдаются.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>These are the last numbers</source>
        <translation>Это последние номера</translation>
    </message>
    <message>
        <source>The backup knows no number yet. If the books are empty too, go on.</source>
        <translation>В копии номеров ещё нет. Если и в журналах пусто, продолжайте.</translation>
    </message>
</context>
<context>
    <name>patronat::ui::OfficeStep</name>
    <message>
        <source>Which office</source>
        <translation>Какое учреждение</translation>
    </message>
    <message>
        <source>Everything this computer writes and prints bears the office&apos;s code and name.</source>
        <translation>На всём, что пишет и печатает этот компьютер, стоят код и название учреждения.</translation>
    </message>
    <message>
        <source>Office of the region</source>
        <translation>Учреждение региона</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Two computers of one office have the same code.</source>
        <translation>У двух компьютеров одного учреждения код один.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Districts it is responsible for</source>
        <translation>За какие районы отвечает</translation>
    </message>
    <message>
        <source>Space marks and unmarks. Nothing marked: the office&apos;s own district.</source>
        <translation>Пробел ставит и снимает отметку. Ничего не отмечено — район самого учреждения.</translation>
    </message>
    <message>
        <source>Choose from the list, or fill in code and name yourself</source>
        <translation>Выберите из списка или заполните код и название сами</translation>
    </message>
    <message>
        <source>Its district, if the list above lacks it</source>
        <translation>Её район, если его нет в списке выше</translation>
    </message>
    <message>
        <source>What kind of office it is</source>
        <translation>Что это за организация</translation>
    </message>
    <message>
        <source>The region&apos;s list does not know this code. Mark the office&apos;s district in the list or write its name: without one the office would have no territory, and nobody could be written down in it.</source>
        <translation>Такого кода нет в списке региона. Отметьте район организации в списке или впишите его название: без района у организации не будет территории и в ней некого будет записать.</translation>
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
    <message>
        <source>The pages are hidden while others are near: they name people. They can be printed and saved all the same.</source>
        <translation>Страницы скрыты, пока рядом посторонние: на них названы люди. Напечатать и сохранить их можно и так.</translation>
    </message>
</context>
<context>
    <name>patronat::ui::PeriodChooser</name>
    <message>
        <source>the year %1</source>
        <translation>%1 год</translation>
    </message>
    <message>
        <source>%1 half of %2</source>
        <translation>%1 полугодие %2 года</translation>
    </message>
    <message>
        <source>%1 quarter of %2</source>
        <translation>%1 квартал %2 года</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>с %1 по %2</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Half-year</source>
        <translation>Полугодие</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Квартал</translation>
    </message>
    <message>
        <source>The whole programme</source>
        <translation>Весь срок программы</translation>
    </message>
    <message>
        <source>From a day to a day</source>
        <translation>С даты по дату</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>Part of the year</source>
        <translation>Часть года</translation>
    </message>
    <message>
        <source>from</source>
        <translation>с</translation>
    </message>
    <message>
        <source>The first day</source>
        <translation>Первый день</translation>
    </message>
    <message>
        <source>dd.mm.yyyy</source>
        <translation>дд.мм.гггг</translation>
    </message>
    <message>
        <source>to</source>
        <translation>по</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>Последний день</translation>
    </message>
    <message>
        <source>%1 half-year</source>
        <translation>%1 полугодие</translation>
    </message>
    <message>
        <source>%1 quarter</source>
        <translation>%1 квартал</translation>
    </message>
</context>
<context>
    <name>patronat::ui::PlaceStep</name>
    <message>
        <source>Where the database goes</source>
        <translation>Где будет база</translation>
    </message>
    <message>
        <source>One file, on the disk of this computer: not on a stick and not in a shared folder. Everything stays there; nothing is sent anywhere.</source>
        <translation>Один файл на диске этого компьютера: не на флешке и не в общей папке. Всё остаётся в нём; никуда ничего не отправляется.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Another place…</source>
        <translation>Другое место…</translation>
    </message>
    <message>
        <source>Databases (*.db)</source>
        <translation>Базы (*.db)</translation>
    </message>
    <message>
        <source>The place is being looked at</source>
        <translation>Место проверяется</translation>
    </message>
</context>
<context>
    <name>patronat::ui::PlanModel</name>
    <message>
        <source>See row %1</source>
        <translation>См. строку %1</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Результат проверки</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Столбец</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>In the cell</source>
        <translation>В ячейке</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Подсказка</translation>
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
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ReadFailure</name>
    <message>
        <source>This could not be read.</source>
        <translation>Прочитать не удалось.</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>Попробовать &amp;ещё раз</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ReadValue</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
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
    <message>
        <source>Not yet complete:</source>
        <translation>Заполнено не всё:</translation>
    </message>
    <message>
        <source>Saving once more keeps it as it is.</source>
        <translation>Чтобы оставить так, сохраните ещё раз.</translation>
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
    <message>
        <source>%1: seen by %2</source>
        <translation>%1 видят: %2</translation>
    </message>
</context>
<context>
    <name>patronat::ui::RecordListModel</name>
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
    <name>patronat::ui::RecordPaper</name>
    <message numerus="yes">
        <source>Given to the printer: %n page(s)</source>
        <translation>
            <numerusform>Отправлено на печать: %n страница</numerusform>
            <numerusform>Отправлено на печать: %n страницы</numerusform>
            <numerusform>Отправлено на печать: %n страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Сохранить в PDF</translation>
    </message>
    <message>
        <source>The file is saved: %1</source>
        <translation>Файл сохранён: %1</translation>
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
    <name>patronat::ui::RegionStep</name>
    <message>
        <source>Where and for whom</source>
        <translation>Где и для кого</translation>
    </message>
    <message>
        <source>The region brings its forms, lists, deadlines and reports with it. It cannot be changed later.</source>
        <translation>С регионом приходят его формы, списки, сроки и отчёты. Позже его не изменить.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Регион</translation>
    </message>
    <message>
        <source>No region is installed with this program.</source>
        <translation>С этой программой не установлен ни один регион.</translation>
    </message>
    <message>
        <source>Who works at this computer</source>
        <translation>Кто работает за этим компьютером</translation>
    </message>
    <message>
        <source>Specialists of a district: they keep families, acts and programmes</source>
        <translation>Специалисты участка: ведут семьи, акты и программы</translation>
    </message>
    <message>
        <source>The secretary of a consilium: agenda, protocol, extracts</source>
        <translation>Секретарь консилиума: повестка, протокол, выписки</translation>
    </message>
    <message>
        <source>A supervisor: brings together what several offices send</source>
        <translation>Супервизор: сводит то, что присылают несколько учреждений</translation>
    </message>
    <message>
        <source>The centre of the region: everything, and the reports</source>
        <translation>Центр региона: всё вместе и отчёты</translation>
    </message>
    <message>
        <source>Choose the region</source>
        <translation>Выберите регион</translation>
    </message>
</context>
<context>
    <name>patronat::ui::RemovedDialog</name>
    <message>
        <source>&amp;Bring back…</source>
        <translation>&amp;Вернуть…</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Удалено</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Удалённое: %1</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>Nothing of this kind is removed.</source>
        <translation>Удалённых записей этого вида нет.</translation>
    </message>
    <message>
        <source>Enter shows what comes back with a record, and brings it back.</source>
        <translation>Enter показывает, что вернётся вместе с записью, и возвращает её.</translation>
    </message>
    <message numerus="yes">
        <source>Enter shows what comes back with a record, and brings it back. The last %n removed are shown.</source>
        <translation>
            <numerusform>Enter показывает, что вернётся вместе с записью, и возвращает её. Показана %n удалённая последней.</numerusform>
            <numerusform>Enter показывает, что вернётся вместе с записью, и возвращает её. Показаны %n удалённые последними.</numerusform>
            <numerusform>Enter показывает, что вернётся вместе с записью, и возвращает её. Показаны %n удалённых последними.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::RepeatStrip</name>
    <message numerus="yes">
        <source>%n value(s) from last time: each is marked until you have passed it.</source>
        <translation>
            <numerusform>Перенесено с прошлого раза: %n значение. Отметка снимается, когда поле пройдено.</numerusform>
            <numerusform>Перенесено с прошлого раза: %n значения. Отметка снимается, когда поле пройдено.</numerusform>
            <numerusform>Перенесено с прошлого раза: %n значений. Отметка снимается, когда поле пройдено.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it is right (Ctrl+Shift+R)</source>
        <translation>Всё верно (Ctrl+Shift+R)</translation>
    </message>
    <message>
        <source>There is such a record already: what stays the same need not be typed again.</source>
        <translation>Такая запись уже есть: то, что не изменилось, можно не вводить заново.</translation>
    </message>
    <message>
        <source>Last time: %1. What stays the same need not be typed again.</source>
        <translation>Прошлый раз: %1. То, что не изменилось, можно не вводить заново.</translation>
    </message>
    <message>
        <source>As last time (Ctrl+R)</source>
        <translation>Как в прошлый раз (Ctrl+R)</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ReportPage</name>
    <message>
        <source>Reports</source>
        <translation>Отчёты</translation>
    </message>
    <message>
        <source>Report:</source>
        <translation>Отчёт:</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>Period:</source>
        <translation>Период:</translation>
    </message>
    <message>
        <source>Territory:</source>
        <translation>Территория:</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Территория</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Подсчитать</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>How much is counted</source>
        <translation>Сколько подсчитано</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>As on paper</source>
        <translation>Как на бумаге</translation>
    </message>
    <message>
        <source>The counted report</source>
        <translation>Подсчитанный отчёт</translation>
    </message>
    <message>
        <source>Figures of the report</source>
        <translation>Показатели отчёта</translation>
    </message>
    <message>
        <source>Records to look at</source>
        <translation>Записи, которые надо посмотреть</translation>
    </message>
    <message>
        <source>Everything that is here</source>
        <translation>Всё, что есть в базе</translation>
    </message>
    <message>
        <source>all that is here</source>
        <translation>всё, что есть в базе</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>Counting. You may go on working.</source>
        <translation>Идёт подсчёт. Можно работать дальше.</translation>
    </message>
    <message>
        <source>Counted: %1.</source>
        <translation>Подсчитано: %1.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was counted anew.</source>
        <translation>Остановлено. Заново ничего не подсчитано.</translation>
    </message>
    <message>
        <source>This profile has no reports.</source>
        <translation>В этом профиле нет отчётов.</translation>
    </message>
    <message>
        <source>Choose the report, its period and its place, and press &quot;Count&quot;.</source>
        <translation>Выберите отчёт, период и территорию и нажмите «Подсчитать».</translation>
    </message>
    <message>
        <source>The period needs two days, the first before the last, for example 01.01.2016 and 31.03.2016.</source>
        <translation>Для периода нужны две даты, первая не позже последней, например 01.01.2016 и 31.03.2016.</translation>
    </message>
    <message>
        <source>%1 (%2): %3 — %4</source>
        <translation>%1 (%2): %3 — %4</translation>
    </message>
    <message>
        <source>adds up</source>
        <translation>сходится</translation>
    </message>
    <message>
        <source>is off by %1</source>
        <translation>расходится на %1</translation>
    </message>
    <message>
        <source>Look at these records; Enter opens one:</source>
        <translation>Посмотрите эти записи; Enter открывает запись:</translation>
    </message>
    <message>
        <source>Counted: %1. The parts do not add up to the whole: see the lines below the table.</source>
        <translation>Подсчитано: %1. Части не сходятся с целым: см. строки под таблицей.</translation>
    </message>
    <message>
        <source>%1 %2, %3: %4</source>
        <translation>%1 %2, %3: %4</translation>
    </message>
    <message>
        <source>This figure is no count of records: there is nothing to open behind it.</source>
        <translation>Этот показатель не считает записи: открывать за ним нечего.</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ReportPaper</name>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Печать…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Сохранить отчёт</translation>
    </message>
    <message>
        <source>Spreadsheet (XLSX)…</source>
        <translation>Электронная таблица (XLSX)…</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Table as text (CSV)…</source>
        <translation>Таблица текстом (CSV)…</translation>
    </message>
    <message>
        <source>Page for a browser (HTML)…</source>
        <translation>Страница для браузера (HTML)…</translation>
    </message>
    <message>
        <source>Report %1 %2</source>
        <translation>Отчёт %1 %2</translation>
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
            <numerusform>Передано на принтер: %n страница</numerusform>
            <numerusform>Передано на принтер: %n страницы</numerusform>
            <numerusform>Передано на принтер: %n страниц</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::ReportTable</name>
    <message>
        <source>This figure is not asked for here</source>
        <translation>Здесь этот показатель не заполняется</translation>
    </message>
    <message>
        <source>The order sets no plan for it</source>
        <translation>Приказом план не установлен</translation>
    </message>
    <message>
        <source>There is nothing to take a share of</source>
        <translation>Не от чего считать долю</translation>
    </message>
    <message>
        <source>The program has no records yet to count this from</source>
        <translation>В программе пока нет записей, по которым это считают</translation>
    </message>
    <message>
        <source>%1 %2, %3: %4</source>
        <translation>%1 %2, %3: %4</translation>
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
    <name>patronat::ui::RestoreDialog</name>
    <message>
        <source>&amp;Bring back</source>
        <translation>&amp;Вернуть</translation>
    </message>
    <message>
        <source>Bring back what was removed</source>
        <translation>Вернуть удалённое</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>What comes back</source>
        <translation>Что вернётся</translation>
    </message>
    <message>
        <source>This is not removed any more.</source>
        <translation>Эта запись уже не удалена.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1; removed %2.</source>
        <translation>%1; удалено %2.</translation>
    </message>
    <message>
        <source>%1; removed %2 by %3.</source>
        <translation>%1; удалено %2, %3.</translation>
    </message>
    <message>
        <source>What it belongs to is removed too: bring that back first (%1: %2).</source>
        <translation>То, к чему относится запись, тоже удалено: сначала верните его (%1: %2).</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>With it comes back into sight what was entered under it: %1.</source>
        <translation>Вместе с записью снова станет видно внесённое в неё: %1.</translation>
    </message>
    <message>
        <source>It was not brought back.</source>
        <translation>Вернуть не удалось.</translation>
    </message>
    <message>
        <source>Brought back: %1</source>
        <translation>Возвращено: %1</translation>
    </message>
</context>
<context>
    <name>patronat::ui::SavedFiltersDialog</name>
    <message>
        <source>Saved filters</source>
        <translation>Сохранённые отборы</translation>
    </message>
    <message>
        <source>Name for what is set now</source>
        <translation>Название для текущего отбора</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Set (Enter)</source>
        <translation>Применить (Enter)</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>Переименовать (F2)</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>Удалить (Del)</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Вернуть удалённый</translation>
    </message>
    <message>
        <source>There is one of this name; saving replaces it.</source>
        <translation>Отбор с таким названием уже есть: сохранение заменит его.</translation>
    </message>
    <message>
        <source>Nothing is saved yet. Set filters in the list and come back here to name them.</source>
        <translation>Сохранённых отборов пока нет. Выберите отборы в списке и вернитесь сюда, чтобы дать им название.</translation>
    </message>
    <message>
        <source>Another one has this name already.</source>
        <translation>Такое название уже есть у другого отбора.</translation>
    </message>
    <message>
        <source>A filter needs a name.</source>
        <translation>Укажите название отбора.</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ScanPreview</name>
    <message>
        <source>%1, a picture of %2 × %3 dots</source>
        <translation>%1, снимок %2 × %3 точек</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>Мельче (−)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Крупнее (+)</translation>
    </message>
    <message>
        <source>Whole (0)</source>
        <translation>Целиком (0)</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <translation>Открыть в другой программе</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>patronat::ui::SheetView</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Страница %1 из %2</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ShownValue</name>
    <message>
        <source>at signing</source>
        <translation>при подписании</translation>
    </message>
    <message>
        <source>at saving</source>
        <translation>при сохранении</translation>
    </message>
</context>
<context>
    <name>patronat::ui::SignPanel</name>
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
        <source>Findings and what came beside signatures; Enter leads to where it is decided</source>
        <translation>Замечания и пришедшее рядом с подписью; Enter ведёт туда, где это решают</translation>
    </message>
    <message>
        <source>Press Enter or click twice to decide or correct it. The first of them are shown; %1 more follow.</source>
        <translation>Enter или двойной щелчок — решить или исправить. Показаны первые, дальше ещё %1.</translation>
    </message>
    <message>
        <source>Press Enter or click twice to decide or correct it.</source>
        <translation>Enter или двойной щелчок — решить или исправить.</translation>
    </message>
    <message>
        <source>Decided: what is signed holds.</source>
        <translation>Решено: остаётся подписанное.</translation>
    </message>
    <message>
        <source>The signature is cancelled; the record can be corrected and signed anew.</source>
        <translation>Подпись отменена; запись можно исправить и подписать заново.</translation>
    </message>
</context>
<context>
    <name>patronat::ui::SignReasonDialog</name>
    <message>
        <source>Signing with an explanation</source>
        <translation>Подписание с пояснением</translation>
    </message>
    <message>
        <source>Look at this before you sign</source>
        <translation>Обратите внимание перед подписанием</translation>
    </message>
    <message>
        <source>&amp;Why is it signed all the same? * What you say is kept with the record.</source>
        <translation>&amp;Почему документ всё же подписывается? * Пояснение сохраняется при записи.</translation>
    </message>
    <message>
        <source>Do not sign</source>
        <translation>Не подписывать</translation>
    </message>
    <message>
        <source>Sign with this explanation</source>
        <translation>Подписать с пояснением</translation>
    </message>
</context>
<context>
    <name>patronat::ui::SignView</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open the record: %1</source>
        <translation>Открыть запись: %1</translation>
    </message>
    <message>
        <source>Signed %1.</source>
        <translation>Подписано %1.</translation>
    </message>
    <message>
        <source>Signed: %2, %1.</source>
        <translation>Подписано: %2, %1.</translation>
    </message>
    <message>
        <source>What is signed holds</source>
        <translation>Остаётся подписанное</translation>
    </message>
    <message>
        <source>Cancel the signature</source>
        <translation>Отменить подпись</translation>
    </message>
    <message>
        <source>Without its signature the record can be corrected and signed anew, with everything that belongs to it.</source>
        <translation>Без подписи запись можно исправить и подписать заново вместе со всем, что к ней относится.</translation>
    </message>
    <message>
        <source>Without its signature the record is a draft again: what came counts as well, and where the two differ they stand under &quot;Differences&quot;.</source>
        <translation>Без подписи запись снова черновик: пришедшее тоже действует, а где они расходятся, это видно в «Расхождениях».</translation>
    </message>
    <message>
        <source>author not known</source>
        <translation>автор неизвестен</translation>
    </message>
    <message>
        <source>Signed there as well</source>
        <translation>Там тоже подписано</translation>
    </message>
    <message>
        <source>Removed there</source>
        <translation>Там удалено</translation>
    </message>
    <message>
        <source>%1: signed %2, came %3</source>
        <translation>%1: подписано %2, пришло %3</translation>
    </message>
</context>
<context>
    <name>patronat::ui::StartGuide</name>
    <message>
        <source>Patronat</source>
        <translation>Патронат</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Make the demonstration anew</source>
        <translation>Создать учебный пример заново</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>How do you want to begin?</source>
        <translation>С чего начнём?</translation>
    </message>
    <message>
        <source>A new office</source>
        <translation>Новое учреждение</translation>
    </message>
    <message>
        <source>This computer is the first of its office. If your supervisor gave you files, they are taken in at once.</source>
        <translation>Это первый компьютер учреждения. Если супервизор передал вам файлы, они будут приняты сразу.</translation>
    </message>
    <message>
        <source>A second computer of the same office</source>
        <translation>Второй компьютер того же учреждения</translation>
    </message>
    <message>
        <source>The office works already on another computer; both exchange files from now on.</source>
        <translation>Учреждение уже работает на другом компьютере; теперь они будут обмениваться файлами.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Восстановить из резервной копии</translation>
    </message>
    <message>
        <source>The computer or its disk was lost, and there is a backup.</source>
        <translation>Компьютер или его диск потерян, но есть резервная копия.</translation>
    </message>
    <message>
        <source>Open a database on this computer</source>
        <translation>Открыть базу на этом компьютере</translation>
    </message>
    <message>
        <source>The program was set up before, and you know where its file lies.</source>
        <translation>Программа уже настроена, и вы знаете, где лежит её файл.</translation>
    </message>
    <message>
        <source>Look at the demonstration</source>
        <translation>Посмотреть учебный пример</translation>
    </message>
    <message>
        <source>Three offices with made-up families. Nothing you do there touches real work.</source>
        <translation>Три учреждения с вымышленными семьями. На настоящую работу это не влияет.</translation>
    </message>
    <message>
        <source>Whom do you want to be?</source>
        <translation>Кем вы хотите быть?</translation>
    </message>
    <message>
        <source>Training data: nobody in it exists. It is made on this computer, which takes about a minute the first time.</source>
        <translation>Учебные данные: никого из этих людей нет. Пример создаётся на этом компьютере, в первый раз это займёт около минуты.</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Шаг %1 из %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>Make the database</source>
        <translation>Создать базу</translation>
    </message>
    <message>
        <source>The backup is copied and compared with its journal, every record of it.</source>
        <translation>Копия переписывается и сверяется со своим журналом, каждая запись.</translation>
    </message>
    <message>
        <source>The database is made, with everything the region brings along, and the files are taken in.</source>
        <translation>Создаётся база со всем, что приходит с регионом, и принимаются файлы.</translation>
    </message>
    <message>
        <source>The database of your office</source>
        <translation>База вашего учреждения</translation>
    </message>
    <message>
        <source>Databases (*.db)</source>
        <translation>Базы (*.db)</translation>
    </message>
    <message>
        <source>Three offices with 150 families are made up, their year 2016, and a supervisor&apos;s database of all of them.</source>
        <translation>Придумываются три учреждения со 150 семьями, их 2016 год и сводная база супервизора.</translation>
    </message>
</context>
<context>
    <name>patronat::ui::StepDialog</name>
    <message>
        <source>The case is then: %1.</source>
        <translation>Состояние дела станет: %1.</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>Отменить: %1</translation>
    </message>
    <message>
        <source>The step stays in the way of the case, with the reason why it was taken back. What it changed is as before; what others changed since stays.</source>
        <translation>Шаг останется в ходе дела с причиной отмены. Изменённое им станет прежним; то, что с тех пор изменили другие, останется.</translation>
    </message>
    <message>
        <source>Step of the case</source>
        <translation>Шаг дела</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>Когда это произошло</translation>
    </message>
    <message>
        <source>By what document: %1</source>
        <translation>На основании документа: %1</translation>
    </message>
    <message>
        <source>Reason *</source>
        <translation>Причина *</translation>
    </message>
    <message>
        <source>Reason, explanation</source>
        <translation>Причина, пояснение</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Carry out</source>
        <translation>Выполнить</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Отменить шаг</translation>
    </message>
    <message>
        <source>there is none of this family</source>
        <translation>по этой семье такого нет</translation>
    </message>
    <message>
        <source>Look at this:</source>
        <translation>Обратите внимание:</translation>
    </message>
    <message>
        <source>Missing:</source>
        <translation>Не хватает:</translation>
    </message>
    <message>
        <source>The record has changed since it was shown.</source>
        <translation>Запись изменилась после того, как её показали.</translation>
    </message>
    <message>
        <source>Two offices have led the case differently: settle that first.</source>
        <translation>Два учреждения повели дело по-разному: сначала разрешите расхождение.</translation>
    </message>
    <message>
        <source>The document is not in this database.</source>
        <translation>Этого документа нет в базе.</translation>
    </message>
    <message>
        <source>The document is not signed yet.</source>
        <translation>Документ ещё не подписан.</translation>
    </message>
    <message>
        <source>The document is removed or cancelled.</source>
        <translation>Документ удалён или аннулирован.</translation>
    </message>
    <message>
        <source>The document is of another case.</source>
        <translation>Документ из другого дела.</translation>
    </message>
    <message>
        <source>Give the reason.</source>
        <translation>Укажите причину.</translation>
    </message>
    <message>
        <source>The date is no date, for example 12.03.2027.</source>
        <translation>Это не дата. Например: 12.03.2027.</translation>
    </message>
    <message>
        <source>The date is in the future.</source>
        <translation>Дата ещё не наступила.</translation>
    </message>
    <message>
        <source>The state before is not known.</source>
        <translation>Прежнее состояние неизвестно.</translation>
    </message>
    <message>
        <source>The step is taken back already.</source>
        <translation>Этот шаг уже отменён.</translation>
    </message>
    <message>
        <source>It cannot happen now.</source>
        <translation>Сейчас это невозможно.</translation>
    </message>
    <message>
        <source>This is done by: %1.</source>
        <translation>Это делает: %1.</translation>
    </message>
    <message>
        <source>Fill in: %1.</source>
        <translation>Заполните: %1.</translation>
    </message>
    <message>
        <source>The date is before the step that came last, %1.</source>
        <translation>Дата раньше последнего шага, %1.</translation>
    </message>
    <message>
        <source>Name the document: %1.</source>
        <translation>Укажите документ: %1.</translation>
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
    <name>patronat::ui::TerritoryPanel</name>
    <message>
        <source>Name or code</source>
        <translation>Наименование или код</translation>
    </message>
    <message>
        <source>Search among the territories</source>
        <translation>Поиск среди территорий</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>A new one under the chosen one (Insert)</source>
        <translation>Новая внутри выбранной (Insert)</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
</context>
<context>
    <name>patronat::ui::TerritoryTree</name>
    <message>
        <source>shipped</source>
        <translation>из поставки</translation>
    </message>
    <message>
        <source>added</source>
        <translation>добавлена здесь</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Наименование</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Действует до</translation>
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
        <source>%1 (new)</source>
        <translation>%1 (новая запись)</translation>
    </message>
    <message>
        <source>My families</source>
        <translation>Мои семьи</translation>
    </message>
    <message>
        <source>All families</source>
        <translation>Все семьи</translation>
    </message>
    <message>
        <source>%1 more: show all</source>
        <translation>Ещё %1: показать все</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>никто не назначен</translation>
    </message>
    <message>
        <source>no territory</source>
        <translation>территория не указана</translation>
    </message>
    <message numerus="yes">
        <source>late by %n day(s)</source>
        <translation>
            <numerusform>просрочено на %n день</numerusform>
            <numerusform>просрочено на %n дня</numerusform>
            <numerusform>просрочено на %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>the day falls on a day off</source>
        <translation>срок выпадает на нерабочий день</translation>
    </message>
    <message>
        <source>provisional: there is no list of days off for %1</source>
        <translation>предварительно: нет списка нерабочих дней на %1 год</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Today and this week</source>
        <translation>Сегодня и на этой неделе</translation>
    </message>
    <message>
        <source>Nothing is due this week</source>
        <translation>На этой неделе сроков нет</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>Nothing else is near</source>
        <translation>Других близких сроков нет</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Grouped</source>
        <translation>Группировка</translation>
    </message>
    <message>
        <source>by what is to be done</source>
        <translation>по видам сроков</translation>
    </message>
    <message>
        <source>by case manager</source>
        <translation>по кураторам</translation>
    </message>
    <message>
        <source>by territory</source>
        <translation>по территориям</translation>
    </message>
    <message>
        <source>Sheet of visits…</source>
        <translation>Маршрутный лист…</translation>
    </message>
    <message>
        <source>The visits of a day by village, with room to write (Ctrl+Shift+P)</source>
        <translation>Посещения на день по населённым пунктам, с местом для записей (Ctrl+Shift+P)</translation>
    </message>
</context>
<context>
    <name>patronat::ui::TrustStep</name>
    <message>
        <source>Whom this office belongs to</source>
        <translation>К кому относится учреждение</translation>
    </message>
    <message>
        <source>Offices of one institution know one another by its file, NAME.institution. Your supervisor gives it out.</source>
        <translation>Учреждения одного ведомства узнают друг друга по его файлу ИМЯ.institution. Его выдаёт супервизор.</translation>
    </message>
    <message>
        <source>I have the institution&apos;s file</source>
        <translation>У меня есть файл ведомства</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>Found a new institution with this computer</source>
        <translation>Основать новое ведомство с этого компьютера</translation>
    </message>
    <message>
        <source>I have no file yet</source>
        <translation>Файла пока нет</translation>
    </message>
    <message>
        <source>The institution&apos;s file</source>
        <translation>Файл ведомства</translation>
    </message>
    <message>
        <source>Institutions (*.institution *.institution-key)</source>
        <translation>Ведомства (*.institution *.institution-key)</translation>
    </message>
    <message>
        <source>Two files are made beside the database: NAME.institution, which you give to every office, and NAME.institution-key, which admits offices. Keep the key on a stick in the safe.</source>
        <translation>Рядом с базой появятся два файла: ИМЯ.institution — его вы передаёте каждому учреждению — и ИМЯ.institution-key, которым учреждения принимают. Ключ храните на флешке в сейфе.</translation>
    </message>
    <message>
        <source>The office works, prints and exports at once. But nobody vouches for it: others take in its files only if they say that they know who made them. It can join an institution later.</source>
        <translation>Учреждение сразу работает, печатает и отдаёт файлы. Но за него никто не ручается: другие примут его файлы, только если скажут, что знают, чьи они. Войти в ведомство можно позже.</translation>
    </message>
    <message>
        <source>This is not an institution&apos;s file.</source>
        <translation>Это не файл ведомства.</translation>
    </message>
    <message>
        <source>This file holds the key: the office is certified at once.</source>
        <translation>В этом файле ключ: учреждение будет удостоверено сразу.</translation>
    </message>
    <message>
        <source>The office becomes a member. It is certified by your supervisor; until then others take in its files only if they say so.</source>
        <translation>Учреждение войдёт в ведомство. Удостоверяет его супервизор; до этого другие принимают его файлы, только если сами так решат.</translation>
    </message>
</context>
<context>
    <name>patronat::ui::TryPanel</name>
    <message>
        <source>Things to try</source>
        <translation>Что попробовать</translation>
    </message>
    <message>
        <source>Nobody here exists: the people, the addresses and the numbers are made up. Spoil what you like; the demonstration can be made anew from the menu View.</source>
        <translation>Никого из этих людей нет: имена, адреса и номера придуманы. Портите что угодно: пример можно создать заново из меню «Вид».</translation>
    </message>
</context>
<context>
    <name>patronat::ui::TwinStrip</name>
    <message>
        <source>Perhaps this family is entered already (F8):</source>
        <translation>Возможно, эта семья уже есть (F8):</translation>
    </message>
    <message>
        <source>Perhaps this person is entered already (F8):</source>
        <translation>Возможно, этот человек уже есть (F8):</translation>
    </message>
    <message>
        <source>Why is this another family? What you say is kept with the record.</source>
        <translation>Почему это другая семья? Пояснение сохранится вместе с записью.</translation>
    </message>
    <message>
        <source>Why is this another person? What you say is kept with the record.</source>
        <translation>Почему это другой человек? Пояснение сохранится вместе с записью.</translation>
    </message>
    <message>
        <source>For example: a relative of the same name</source>
        <translation>Например: однофамилец, сведения проверены по документу</translation>
    </message>
    <message>
        <source>Save with this explanation</source>
        <translation>Сохранить с этим пояснением</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>This is another family</source>
        <translation>Это другая семья</translation>
    </message>
    <message>
        <source>This is another person</source>
        <translation>Это другой человек</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>It is the same family: take it</source>
        <translation>Это она (взять существующую запись)</translation>
    </message>
    <message>
        <source>It is the same person: take this record</source>
        <translation>Это он (взять существующую запись)</translation>
    </message>
</context>
<context>
    <name>patronat::ui::UserList</name>
    <message>
        <source>%1, may work here</source>
        <translation>%1, может работать здесь</translation>
    </message>
    <message>
        <source>%1, not named</source>
        <translation>%1, не отмечен</translation>
    </message>
    <message>
        <source>May work here</source>
        <translation>Может работать здесь</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
</context>
<context>
    <name>patronat::ui::UsersPanel</name>
    <message>
        <source>Users</source>
        <translation>Пользователи</translation>
    </message>
    <message>
        <source>Tick who may say &quot;it is me who works here&quot; at this computer. As long as nobody is ticked, every member of the staff may. The choice is kept here and does not travel to other offices. Space ticks a line.</source>
        <translation>Отметьте, кто может выбрать себя работающим за этим компьютером. Пока никто не отмечен, это может каждый работник. Выбор хранится только здесь и в другие учреждения не передаётся. Пробел ставит и снимает отметку.</translation>
    </message>
    <message>
        <source>Names are not protected by a password yet: whoever opens the program can choose any name of this list. Lock the computer when you leave it.</source>
        <translation>Имена пока не защищены паролем: любой, кто откроет программу, может выбрать любое имя из этого списка. Уходя, блокируйте компьютер.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
    <message>
        <source>There is no staff yet. Write it down under &quot;Staff&quot;.</source>
        <translation>Работников пока нет. Запишите их на вкладке «Работники».</translation>
    </message>
    <message>
        <source>Nobody is ticked: every member of the staff may work here.</source>
        <translation>Никто не отмечен: выбрать себя может каждый работник.</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>Отмечен %n пользователь</numerusform>
            <numerusform>Отмечены %n пользователя</numerusform>
            <numerusform>Отмечено %n пользователей</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patronat::ui::VeilBar</name>
    <message>
        <source>Others are near: what is personal is hidden.</source>
        <translation>Рядом посторонние: личные сведения скрыты.</translation>
    </message>
    <message>
        <source>Others are near, and this record is shown.</source>
        <translation>Рядом посторонние, а эта запись показана.</translation>
    </message>
    <message>
        <source>Show (F9)</source>
        <translation>Показать (F9)</translation>
    </message>
    <message>
        <source>Hide (F9)</source>
        <translation>Скрыть (F9)</translation>
    </message>
</context>
<context>
    <name>patronat::ui::ViewMenu</name>
    <message>
        <source>Undo the last saved change (Ctrl+Shift+Z)</source>
        <translation>Отменить последнее сохранение (Ctrl+Shift+Z)</translation>
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
    <message>
        <source>Names are not protected by a password yet: the program believes whoever chooses one.</source>
        <translation>Имена пока не защищены паролем: программа верит тому, кто выбирает имя.</translation>
    </message>
    <message>
        <source>It is me</source>
        <translation>Это я</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Nobody is written down here yet. Write yourself down: your name, post and role. Everything you write will bear this name; others of the office are written down under &quot;Administration&quot;.</source>
        <translation>Здесь пока никто не записан. Запишите себя: имя, должность и роль. Всё, что вы напишете, будет подписано этим именем; других работников записывают в разделе «Управление».</translation>
    </message>
    <message>
        <source>Nobody of the staff is employed today. Write yourself down.</source>
        <translation>Сегодня здесь никто не работает. Запишите себя.</translation>
    </message>
    <message>
        <source>Write myself down…</source>
        <translation>Записать себя…</translation>
    </message>
    <message>
        <source>I am not in the list: write me down…</source>
        <translation>Меня нет в списке: записать…</translation>
    </message>
    <message>
        <source>Nobody of the staff is called so. Type fewer letters.</source>
        <translation>Среди работников такого нет. Введите меньше букв.</translation>
    </message>
</context>
<context>
    <name>patronat::ui::WorkStep</name>
    <message>
        <source>Patronat is at work</source>
        <translation>Патронат работает</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Сколько сделано</translation>
    </message>
    <message numerus="yes">
        <source>Taken in: %n entries.</source>
        <translation>
            <numerusform>Принята %n запись.</numerusform>
            <numerusform>Приняты %n записи.</numerusform>
            <numerusform>Принято %n записей.</numerusform>
        </translation>
    </message>
    <message>
        <source>Filled differently in two places: %1. They wait for you under Exchange.</source>
        <translation>Заполнено по-разному в двух местах: %1. Они ждут вас в «Обмене».</translation>
    </message>
    <message>
        <source>Waiting for files of other offices: %1.</source>
        <translation>Ждут файлов других учреждений: %1.</translation>
    </message>
    <message>
        <source>Not taken in: %1. %2 %3</source>
        <translation>Не принято: %1. %2 %3</translation>
    </message>
    <message>
        <source>The database is made. &quot;Open&quot; leads to its window.</source>
        <translation>База готова. «Открыть» ведёт в её окно.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Не получилось</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлено</translation>
    </message>
    <message>
        <source>Nothing was left behind.</source>
        <translation>Ничего не осталось.</translation>
    </message>
</context>
</TS>
