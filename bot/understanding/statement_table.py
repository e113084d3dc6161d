"""How reports state figures in their narrative, as data: the rows that a wording gives, what it says, where, and unless what.

Wordings are patterns over folded text with short forms written as in `_SHORT` of `statements`: {n}, {m} counts, {p} a percent,
{r} the rate of `{a}/{b}`, {none} "không có", "chưa thực hiện"; `..` a few, `...` several words without a figure. A row gets
one of these or what is written (`=0`). `where` must stand in the sentence or a heading above it, `unless` in neither the
clause nor the nearest heading. The first wording that reads a figure keeps it, so the narrower one goes first. Only what is
certain belongs here: a wording that may mean another row does not. `part yes`: "trong đó" may stand before it.
"""

from __future__ import annotations

MACROS = {
    "{work}": "(?:phan viec|nhiem vu|cong viec|dau viec|noi dung cong viec|hang muc)",
    "{of_the_plan}": r"(?:(?!tuyen truyen|giao|kiem tra|han\b)[^;:()\d])",
    "{pieces}": r"(?:tin,? ?bai|tin|bai(?: viet)?|tin, bai viet)\b",
    "{page}": "(?:chuyen muc|trang thong tin|cong thong tin|trang ttdt|cong ttdt|website|trang web)",
    "{people}": "(?:cong chuc|nguoi|dong chi|truong hop|bien che)",
    "{on_time}": (
        "(?:dung|truoc|som|trong)(?: va (?:dung|truoc))?(?: thoi)? (?:han|hen)(?:(?: va|,) (?:dung|truoc) (?:han|hen))?"
    ),
    "{other_dossiers}": "bcci|buu chinh|truc tuyen|truc tiep|cung ky|lien thong|tre han|qua han|chuyen sang|ton",
}

STATEMENTS = r"""
propaganda.completion_rate {r}
  says {a}/{b} (?:noi dung|{work})
  where tuyen truyen
  unless ubnd
assigned_tasks.done_on_time {n}, assigned_tasks.total {m}
  says {on_time}~{n}/{m} {work}
  where ubnd(?: tinh)? giao
  part yes
assigned_tasks.done_on_time {n}, assigned_tasks.total {m}
  says {n}/{m} {work}~{on_time}
  where ubnd(?: tinh)? giao
  part yes
assigned_tasks.done_on_time {n}
  says hoan thanh {on_time} {n} {work}
  where ubnd(?: tinh)? giao
  unless chua
  part yes
assigned_tasks.done_on_time {n}
  says {n} {work}(?: da)?(?: duoc)?(?: hoan thanh)? {on_time}
  where ubnd(?: tinh)? giao
  unless chua
  part yes
assigned_tasks.done_late {n}
  says {n} {work}~(?:qua|tre|cham) (?:thoi )?han
  where ubnd(?: tinh)? giao
  unless chua hoan thanh
  part yes
assigned_tasks.done_late {n}
  says (?:qua|tre|cham) (?:thoi )?han {n} {work}
  where ubnd(?: tinh)? giao
  unless chua hoan thanh
  part yes
assigned_tasks.total {n}
  says tong so nhiem vu...giao..(?: la|:)? {n}\b
  where ubnd(?: tinh)? giao
  unless hoan thanh|thang truoc|ky truoc
assigned_tasks.total {n}
  says (?:ubnd|chu tich)(?: ubnd)?(?: tinh)? giao(?: cho)?(?: so| don vi| ban)?(?: tong so)? {n} {work}
assigned_tasks.total {n}
  says (?:duoc giao|tong so) {n} {work}
  where ubnd(?: tinh)? giao
plan.tasks_done {n}, plan.tasks_planned {m}
  says {n}/{m} {work}
  where ke hoach cchc
  unless tuyen truyen|ubnd(?: tinh)? giao|kiem tra|dung han
plan.tasks_done {n}, plan.tasks_planned {m}
  says (?:hoan thanh|thuc hien){of_the_plan}{1,20}{work}{of_the_plan}{0,70}\({n}/{m}(?: {work})?[,;)]
  where ke hoach cchc
  unless tuyen truyen|ubnd(?: tinh)? giao|kiem tra|dung han
plan.tasks_planned {n}
  says (?:de ra|dat ra|xac dinh|gom|co|voi)(?: tong so)? {n} {work}(?! (?:da|duoc|chua|dang|hoan|con))
  where ke hoach cchc
  unless tuyen truyen|giao|kiem tra
plan.tasks_done {n}
  says hoan thanh(?: duoc| xong)? {n} {work}
  where ke hoach cchc
  unless tuyen truyen|giao|kiem tra
plan.completion_rate {p}
  says (?:dat|hoan thanh)(?: ty le)?(?: la)? {p}
  where ke hoach cchc
  unless tuyen truyen|giao|kiem tra|hai long|ho so|tthc
plan.directives_issued {n}
  says ban hanh(?: duoc)? {n} (?:van ban|cong van|ke hoach)...(?:chi dao|don doc|dieu hanh)
  where cchc|chi dao,? dieu hanh
  unless tuyen truyen|phap luat
plan.directives_issued {n}
  says {n} van ban chi dao..cchc
  unless tuyen truyen|cap tren|trung uong|cua tinh
inspection.departments_inspected {n}
  says kiem tra... (?:(?:tai|doi voi) )?{n}(?:/\d+)? phong(?: ban)?(?: chuyen mon)?\b(?!, don vi| va don vi)
  where cchc
  unless phan cap|chuyen nganh|thanh tra
inspection.subordinates_inspected {n}
  says kiem tra~\d+(?:/\d+)? phong..(?:va|,) {n}(?:/\d+)? don vi (?:truc thuoc|su nghiep)
  where cchc
  unless phan cap|chuyen nganh|thanh tra
inspection.issues_found {n}
  says phat hien(?: duoc| co)? {n} (?:van de|ton tai|han che|thieu sot|sai sot)
  where kiem tra.. cchc
  unless phan cap|chuyen nganh|thanh tra
inspection.issues_found =0
  says {none}(?: van de| ton tai| han che| sai pham)+~qua kiem tra
  where kiem tra.. cchc
  unless phan cap|chuyen nganh|thanh tra
propaganda.portal_articles {n}
  says {n} {pieces}...chuyen trang
  where cchc
  unless huyen|xa\b|dai
propaganda.own_site_articles {n}
  says {n} {pieces}...{page}
  where cchc|tuyen truyen
  unless huyen|xa\b|dai|phap luat
propaganda.own_site_articles {n}
  says {page}...(?:dang|duoc|co)(?: tai| duoc)? {n} {pieces}
  where cchc|tuyen truyen
  unless huyen|xa\b|dai|chuyen trang|phap luat
new_initiative =0
  says {none}..(?:sang kien|giai phap moi)
commendation =0
  says {none}..khen thuong..cchc
satisfaction_survey.satisfaction_rate {p}
  says (?:(?:muc do|ty le|su) )?hai long...(?:dat|la|chiem)(?: ty le)? {p}
  unless nam truoc|chi so
satisfaction_survey.satisfaction_rate {p}
  says {p}...(?:nguoi dan|to chuc|khach hang|phieu|y kien|doanh nghiep)...hai long
  unless chua hai long|khong hai long|chi so
satisfaction_survey.satisfaction_rate {p}
  says ty le hai long(?: chung)?(?: la|:| dat| chiem)? {p}
  unless nam truoc|chi so
satisfaction_survey.forms {n}
  says (?:khao sat|lay y kien|thu ve|thu duoc)... {n} phieu
  where khao sat|hai long
  unless phat ra|dao tao|de nghi
satisfaction_survey.forms {n}
  says (?:tong )?so(?: luong)? phieu khao sat(?: la|:)? {n}\b
  unless phat ra|dao tao
legal_docs.on_schedule {n}, legal_docs {m}
  says {n}/{m} vbqppl~dung (?:tien do|thoi han)
  part yes
legal_docs {n}
  says (?:tham muu|trinh|soan thao)...ban hanh(?: duoc)? {n} vbqppl
  unless ra soat
legal_review.action_recommended {n}
  says (?:kien nghi|de nghi|de xuat)... {n} (?:vbqppl|van ban)
  where ra soat.. vbqppl
legal_review.reviewed {n}
  says ra soat(?: duoc)? {n} vbqppl
  unless phai ra soat|can ra soat
legal_review.reviewed {n}
  says ra soat(?: duoc)? {n} van ban
  where ra soat.. vbqppl
  unless phai ra soat|can ra soat|tthc
legal_education.documents_disseminated {n}
  says (?:tuyen truyen|pho bien)(?: duoc)? {n} van ban
  where phap luat
  unless cchc|cuoc|dot
procedure_control.procedures_reviewed {n}
  says ra soat(?:, danh gia)?(?: duoc)?(?: doi voi)? {n} tthc
  unless phai ra soat|can ra soat|se
procedure_stats.newly_published {n}
  says (?:cong bo moi|cong bo) {n} tthc (?:moi|ban hanh moi)
  unless thay the
procedure_stats.newly_published {n}
  says cong bo moi {n} tthc
procedure_stats.abolished_replaced {n}
  says bai bo(?:, thay the)? {n} tthc
  unless don gian hoa
procedure_stats.in_force_total {n}
  says tong so tthc...(?: la|:)? {n} (?:tthc|thu tuc)\b(?!,? trong do:? cap tinh)
  unless lien thong|truc tuyen|mucdo|bcci|cap huyen|cap xa|toan tinh
procedure_stats.in_force_total {n}
  says (?:co|la) {n} tthc (?:dang )?(?:(?:con|co) )?hieu luc
  unless lien thong|truc tuyen|mucdo|bcci|cap huyen|cap xa|toan tinh
feedback.received =0
  says {none}..(?:phan anh|kien nghi)(?!, de xuat)
  where (?:phan anh|kien nghi)...(?:tthc|quy dinh hanh chinh|to chuc|ca nhan|nguoi dan)
  unless de xuat|chuyen trang|giai quyet xong|ton dong
feedback.resolved {n}, feedback.received {m}
  says giai quyet(?: xong| duoc)? {n}/{m} (?:phan anh|kien nghi|y kien)
  unless cu tri|khieu nai
feedback.received {n}
  says tiep nhan(?: duoc)? {n} (?:luot )?(?:phan anh|kien nghi|y kien)
  unless cu tri|khieu nai
one_stop.process_approved_rate {r}
  says phe duyet...{a}/{b} quy trinh noi bo
one_stop.process_approved_rate {p}
  says {p} (?:so )?tthc...phe duyet.. quy trinh noi bo
one_stop.process_approved_rate {r}
  says {a}/{b} tthc...phe duyet..quy trinh noi bo
one_stop.process_digitized_rate {r}
  says {a}/{b} quy trinh...dien tu hoa
one_stop.process_digitized_rate {p}
  says {p} (?:so )?quy trinh...dien tu hoa
online_services.dossiers_online {n}
  says so ho so(?: tthc)?(?: da)?(?: duoc)? tiep nhan truc tuyen..(?: la|:)? {n}\b
  unless bcci|buu chinh
online_services.dossiers_online {n}
  says tiep nhan truc tuyen(?: mucdo34)? {n} ho so
  unless bcci|buu chinh
online_services.dossiers_online {n}
  says tiep nhan(?: duoc)? {n} ho so (?:nop )?truc tuyen
  unless bcci|buu chinh
postal_service.dossiers_received {n}
  says tiep nhan.. {n} ho so.. qua.. (?:bcci|buu chinh)
postal_service.dossiers_returned {n}
  says tra(?: ket qua)?.. {n} ho so.. qua.. (?:bcci|buu chinh)
dossiers.on_time_rate {p}
  says {p}..ho so...{on_time}
  unless bcci|buu chinh|muc tieu
dossiers.on_time_rate {p}
  says {on_time}..(?:dat|chiem|la)(?: ty le)? {p}
  where ho so
  unless bcci|buu chinh|nhiem vu|tre han|qua han
dossiers.on_time_rate {p}
  says ty le..ho so...{on_time}..:? ?{p}
  unless bcci|buu chinh|tre han|qua han
dossiers.on_time_rate {p}
  says {on_time}(?: la|:)? \d[\d.]* ho so,?..(?:dat|chiem)(?: ty le)? {p}
  unless bcci|buu chinh
dossiers.returned {n}
  says (?<!dang )(?:giai quyet|tra ket qua|da tra)(?: xong| duoc| cap phep| cho)*(?: tong so)? {n}(?:/\d+)? ho so\b
  where tthc|giai quyet ho so
  unless {other_dossiers}
dossiers.received {n}
  says tiep nhan(?: va giai quyet| duoc| tong cong| tong so)* {n} ho so\b
  where tthc|giai quyet ho so
  unless {other_dossiers}
dossiers.received {n}
  says tong so ho so(?: tthc)?(?: da)?(?: duoc)? tiep nhan(?: trong ky)?(?: la|:)? {n}\b
  where tthc|giai quyet ho so
  unless {other_dossiers}
dossiers.on_time_rate =100
  says {none}(?: ho so)?(?: nao)?(?: bi)? (?:tre|qua|cham) (?:han|hen)
  where ho so
  unless bcci|nhiem vu|buu chinh
dossiers.on_time_rate =100
  says ho so... deu(?: duoc)? giai quyet..{on_time}
  unless bcci|buu chinh
dossiers.on_time_rate =100
  says {n}/{n} ho so[a-z ,;()]{0,80}deu(?: duoc)? giai quyet..{on_time}
  unless bcci|buu chinh
"""
