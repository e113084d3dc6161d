"""How reports state figures in their narrative, as data: one line a wording, `row and what it gets, … | wording | where | unless`.

Wordings are patterns over folded text with short forms written as in `_SHORT` of `statements`: {n}, {m} counts, {p} a percent,
{r} the rate of `{a}/{b}`, {none} "không có", "chưa thực hiện"; `~` any few words without a figure; a row gets one of
these or what is written (`=0`). `where` must stand in the
sentence or a heading above it, `unless` in neither the sentence nor the nearest heading. The first line that reads a figure
keeps it, so the narrower wording goes first. Only what is certain belongs here: a wording that may mean another row does not.
"""

from __future__ import annotations

_WORK = "(?:phan viec|nhiem vu|cong viec|dau viec|noi dung cong viec|hang muc)"
_PIECES = "(?:tin,? ?bai|tin|bai(?: viet)?|tin, bai viet)"
_PAGE = "(?:chuyen muc|trang thong tin|cong thong tin|trang ttdt|cong ttdt|website)"
_PEOPLE = "(?:cong chuc|nguoi|dong chi|truong hop|bien che)"
_ON_TIME = r"(?:dung|truoc|som|trong)(?: va (?:dung|truoc))?(?: thoi)? (?:han|hen)"
_OTHER_DOSSIERS = "bcci|buu chinh|truc tuyen|truc tiep|cung ky|lien thong|tre han|qua han|chuyen sang|ton"

STATEMENTS = rf"""
propaganda.completion_rate {{r}} | {{a}}/{{b}} (?:noi dung|{_WORK}) | tuyen truyen | ubnd
assigned_tasks.done_on_time {{n}}, assigned_tasks.total {{m}} | {_ON_TIME}~{{n}}/{{m}} {_WORK} | ubnd(?: tinh)? giao |
assigned_tasks.done_on_time {{n}}, assigned_tasks.total {{m}} | {{n}}/{{m}} {_WORK}~{_ON_TIME} | ubnd(?: tinh)? giao |
assigned_tasks.done_on_time {{n}} | hoan thanh {_ON_TIME} {{n}} {_WORK} | ubnd(?: tinh)? giao | chua
assigned_tasks.done_on_time {{n}} | {{n}} {_WORK}(?: da)?(?: duoc)?(?: hoan thanh)? {_ON_TIME} | ubnd(?: tinh)? giao | chua
assigned_tasks.done_late {{n}} | {{n}} {_WORK}~(?:qua|tre|cham) (?:thoi )?han | ubnd(?: tinh)? giao | chua hoan thanh
assigned_tasks.total {{n}} | (?:ubnd|chu tich)(?: ubnd)?(?: tinh)? giao(?: cho)?(?: so| don vi| ban)?(?: tong so)? {{n}} {_WORK} | |
assigned_tasks.total {{n}} | (?:duoc giao|tong so) {{n}} {_WORK} | ubnd(?: tinh)? giao |
plan.tasks_done {{n}}, plan.tasks_planned {{m}} | {{n}}/{{m}} {_WORK} | ke hoach cchc | tuyen truyen|ubnd(?: tinh)? giao|kiem tra|dung han
plan.tasks_planned {{n}} | (?:de ra|dat ra|xac dinh|gom|co|voi)(?: tong so)? {{n}} {_WORK} | ke hoach cchc | tuyen truyen|giao|kiem tra|hoan thanh
plan.tasks_done {{n}} | hoan thanh(?: duoc| xong)? {{n}} {_WORK} | ke hoach cchc | tuyen truyen|giao|kiem tra
plan.completion_rate {{p}} | (?:dat|hoan thanh)(?: ty le)?(?: la)? {{p}} | ke hoach cchc | tuyen truyen|giao|kiem tra|hai long|ho so|tthc
plan.directives_issued {{n}} | ban hanh(?: duoc)? {{n}} (?:van ban|cong van|ke hoach)[a-z ,]{{0,40}}(?:chi dao|don doc|dieu hanh) | cchc | tuyen truyen|phap luat
plan.directives_issued {{n}} | {{n}} van ban chi dao[a-z ,]{{0,30}}cchc | | tuyen truyen|cap tren|trung uong|cua tinh
inspection.departments_inspected {{n}} | kiem tra[a-z ]{{0,40}} (?:(?:tai|doi voi) )?{{n}}(?:/\d+)? phong(?: ban)?(?: chuyen mon)?\b(?!, don vi| va don vi) | cchc | phan cap|chuyen nganh|thanh tra
inspection.subordinates_inspected {{n}} | kiem tra~\d+(?:/\d+)? phong[a-z ]{{0,20}}(?:va|,) {{n}}(?:/\d+)? don vi (?:truc thuoc|su nghiep) | cchc | phan cap|chuyen nganh|thanh tra
inspection.issues_found {{n}} | phat hien(?: duoc| co)? {{n}} (?:van de|ton tai|han che|thieu sot|sai sot) | kiem tra[a-z ]{{0,20}} cchc | phan cap|chuyen nganh|thanh tra
inspection.issues_found =0 | {{none}}(?: van de| ton tai| han che| sai pham)+~qua kiem tra | kiem tra[a-z ]{{0,20}} cchc | phan cap|chuyen nganh|thanh tra
propaganda.portal_articles {{n}} | {{n}} {_PIECES}\b[a-z ,]{{0,60}}chuyen trang | cchc | huyen|xa\b|dai
propaganda.own_site_articles {{n}} | {{n}} {_PIECES}\b[a-z ,]{{0,60}}{_PAGE} | cchc | huyen|xa\b|dai|chuyen trang|phap luat
propaganda.own_site_articles {{n}} | {_PAGE}[a-z ,]{{0,60}}(?:dang|duoc|co)(?: tai| duoc)? {{n}} {_PIECES}\b | cchc | huyen|xa\b|dai|chuyen trang|phap luat
new_initiative =0 | {{none}}[a-z ,]{{0,20}}(?:sang kien|giai phap moi) | |
commendation =0 | {{none}}[a-z ,]{{0,20}}khen thuong[a-z ]{{0,30}}cchc | |
satisfaction_survey.satisfaction_rate {{p}} | (?:(?:muc do|ty le|su) )?hai long[a-z ,]{{0,60}}(?:dat|la|chiem)(?: ty le)? {{p}} | | nam truoc|chi so
satisfaction_survey.satisfaction_rate {{p}} | {{p}}[a-z ,]{{0,40}}(?:nguoi dan|to chuc|khach hang|phieu|y kien|doanh nghiep)[a-z ,]{{0,40}}hai long | | chua hai long|khong hai long|chi so
satisfaction_survey.forms {{n}} | (?:khao sat|lay y kien|thu ve|thu duoc)[a-z ,]{{0,60}} {{n}} phieu | khao sat|hai long | phat ra|dao tao|de nghi
legal_docs.on_schedule {{n}}, legal_docs {{m}} | {{n}}/{{m}} vbqppl~dung (?:tien do|thoi han) | |
legal_docs {{n}} | (?:tham muu|trinh|soan thao)[a-z ,/]{{0,60}}ban hanh(?: duoc)? {{n}} vbqppl | | ra soat
legal_review.action_recommended {{n}} | (?:kien nghi|de nghi|de xuat)[a-z ,]{{0,50}} {{n}} (?:vbqppl|van ban) | ra soat[a-z ,]{{0,30}} vbqppl |
legal_review.reviewed {{n}} | ra soat(?: duoc)? {{n}} vbqppl | | phai ra soat|can ra soat
legal_review.reviewed {{n}} | ra soat(?: duoc)? {{n}} van ban | ra soat[a-z ,]{{0,30}} vbqppl | phai ra soat|can ra soat|tthc
legal_education.documents_disseminated {{n}} | (?:tuyen truyen|pho bien)(?: duoc)? {{n}} van ban | phap luat | cchc|cuoc|dot
procedure_control.procedures_reviewed {{n}} | ra soat(?:, danh gia)?(?: duoc)?(?: doi voi)? {{n}} tthc | | phai ra soat|can ra soat|se
procedure_stats.newly_published {{n}} | (?:cong bo moi|cong bo) {{n}} tthc (?:moi|ban hanh moi) | | thay the
procedure_stats.newly_published {{n}} | cong bo moi {{n}} tthc | |
procedure_stats.abolished_replaced {{n}} | bai bo(?:, thay the)? {{n}} tthc | | don gian hoa
procedure_stats.in_force_total {{n}} | tong so tthc[a-z ]{{0,60}} {{n}} (?:tthc|thu tuc) | | lien thong|truc tuyen|mucdo|bcci|cap huyen|cap xa|toan tinh
procedure_stats.in_force_total {{n}} | (?:co|la) {{n}} tthc (?:dang )?(?:(?:con|co) )?hieu luc | | lien thong|truc tuyen|mucdo|bcci|cap huyen|cap xa|toan tinh
feedback.received =0 | {{none}}[a-z ]{{0,20}}(?:phan anh|kien nghi)(?!, de xuat) | (?:phan anh|kien nghi)[a-z ,]{{0,60}}(?:tthc|quy dinh hanh chinh|to chuc|ca nhan|nguoi dan) | de xuat|chuyen trang|giai quyet xong|ton dong
feedback.resolved {{n}}, feedback.received {{m}} | giai quyet(?: xong| duoc)? {{n}}/{{m}} (?:phan anh|kien nghi|y kien) | | cu tri|khieu nai
feedback.received {{n}} | tiep nhan(?: duoc)? {{n}} (?:luot )?(?:phan anh|kien nghi|y kien) | | cu tri|khieu nai
one_stop.process_approved_rate {{r}} | phe duyet[a-z ,]{{0,40}}{{a}}/{{b}} quy trinh noi bo | |
one_stop.process_approved_rate {{p}} | {{p}} (?:so )?tthc[a-z ,]{{0,40}}phe duyet[a-z ,]{{0,10}} quy trinh noi bo | |
one_stop.process_digitized_rate {{r}} | {{a}}/{{b}} quy trinh[a-z ,]{{0,50}}dien tu hoa | |
one_stop.process_digitized_rate {{p}} | {{p}} (?:so )?quy trinh[a-z ,]{{0,50}}dien tu hoa | |
online_services.dossiers_online {{n}} | tiep nhan truc tuyen(?: mucdo34)? {{n}} ho so | | bcci|buu chinh
online_services.dossiers_online {{n}} | tiep nhan(?: duoc)? {{n}} ho so (?:nop )?truc tuyen | | bcci|buu chinh
postal_service.dossiers_received {{n}} | tiep nhan[a-z ,]{{0,20}} {{n}} ho so[a-z ,]{{0,20}} qua[a-z ,]{{0,10}} (?:bcci|buu chinh) | |
postal_service.dossiers_returned {{n}} | tra(?: ket qua)?[a-z ,]{{0,20}} {{n}} ho so[a-z ,]{{0,20}} qua[a-z ,]{{0,10}} (?:bcci|buu chinh) | |
dossiers.on_time_rate {{p}} | {{p}}[a-z ,]{{0,20}}ho so[a-z ,]{{0,60}}{_ON_TIME} | | bcci|buu chinh|muc tieu
dossiers.on_time_rate {{p}} | {_ON_TIME}[a-z ,]{{0,20}}(?:dat|chiem|la)(?: ty le)? {{p}} | ho so | bcci|buu chinh|nhiem vu|tre han|qua han
dossiers.on_time_rate {{p}} | ty le[a-z ,]{{0,20}}ho so[a-z ,]{{0,60}}{_ON_TIME}[a-z ,]{{0,20}}{{p}} | | bcci|buu chinh|tre han|qua han
dossiers.returned {{n}} | (?:giai quyet|tra ket qua)(?: xong| duoc| cap phep| cho)*(?: tong so)? {{n}}(?:/\d+)? ho so\b(?!~(?:dung|truoc|tre|qua) han ) | tthc|giai quyet ho so | {_OTHER_DOSSIERS}|dang giai quyet
dossiers.received {{n}} | tiep nhan(?: va giai quyet| duoc| tong cong| tong so)* {{n}} ho so\b | tthc|giai quyet ho so | {_OTHER_DOSSIERS}
dossiers.received {{n}} | tong so ho so(?: tthc)?(?: da)?(?: duoc)? tiep nhan(?: trong ky)?(?: la|:)? {{n}}\b | tthc|giai quyet ho so | {_OTHER_DOSSIERS}
dossiers.on_time_rate =100 | {{none}}(?: ho so)?(?: nao)?(?: bi)? (?:tre|qua|cham) (?:han|hen) | ho so | bcci|nhiem vu|buu chinh
dossiers.on_time_rate =100 | ho so[a-z ,]{{0,60}} deu(?: duoc)? giai quyet[a-z ,]{{0,20}}{_ON_TIME} | | bcci|buu chinh
dossiers.on_time_rate =100 | {{n}}/{{n}} ho so[a-z ,;()]{{0,80}}deu(?: duoc)? giai quyet[a-z ,]{{0,20}}{_ON_TIME} | | bcci|buu chinh
org_structure.departments {{n}}, org_structure.psus {{m}} | {{n}} phong(?: ban)?(?: chuyen mon| nghiep vu|, nghiep vu)*(?: va|,) {{m}} (?:trung tam|dvsn|don vi su nghiep) | co cau to chuc|to chuc bo may | cat giam|giam con|giam {{n}}|sap xep con|truoc khi|nam truoc|huyen
org_structure.departments {{n}} | (?:co|gom)[a-z ,]{{0,30}} {{n}} phong(?: ban)?(?: chuyen mon| nghiep vu|, nghiep vu)*\b | co cau to chuc | cat giam|giam con|sap xep con|truoc khi|huyen
staff.quota_assigned {{n}}, staff.contracts {{m}} | {{n}} bien che(?: cong chuc| hanh chinh)?(?: va|,) {{m}} (?:hop dong|hd)\b | giao|phan bo | co mat|hien co|su nghiep {{n}}
staff.quota_assigned {{n}} | (?:giao|phan bo)(?: la| cho so| so luong| tong so)* {{n}} bien che(?: cong chuc| hanh chinh)?\b(?! su nghiep| vien chuc) | | cat giam|tinh gian {{n}}
staff.present {{n}} | (?:co mat|hien co)(?: tai thoi diem[a-z ]{{0,15}})?(?: la|:)? {{n}} (?:bien che|cong chuc)\b | bien che|co cau to chuc | tuyen dung|dao tao|boi duong
staff.present {{n}} | gom:? {{n}} cong chuc\b | hien nay[a-z ,]{{0,20}}so co tong so|hien nay[a-z ,]{{0,40}} co tong so | tuyen dung|dao tao|boi duong|khen
psu_staff_budget.assigned {{n}} | (?:giao|phan bo)(?: la| so luong)* {{n}} nguoi lam viec | | tu chu
staff.downsized =0 | {{none}}[a-z ,]{{0,25}}tinh gian bien che | |
staff.downsized {{n}} | tinh gian(?: duoc| bien che| doi voi)* {{n}} {_PEOPLE} | | giai doan|vien chuc|ke hoach
decentralization_inspection.districts_inspected =0 | {{none}} kiem tra[a-z ,]{{0,70}}phan cap[a-z ,]{{0,80}}cap huyen | |
decentralization_inspection =0 | {{none}} kiem tra[a-z ,]{{0,70}}phan cap | |
specialized_inspection =0 | {{none}}[a-z ,]{{0,15}}thanh tra chuyen nganh | | ke hoach thanh tra
recruitment.civil_servants =0 | {{none}} tuyen dung(?: moi)? cong chuc | | dang ky|dac biet
recruitment.civil_servants {{n}} | tuyen dung(?: moi| duoc)* {{n}} cong chuc | | dac biet|chi tieu|nhu cau|de nghi|dang ky {{n}}
recruitment.civil_servants {{n}} | {{n}} cong chuc(?: da)? (?:duoc tuyen dung|trung tuyen) | | dac biet|de nghi
recruitment.public_employees {{n}} | tuyen dung(?: moi| duoc)* {{n}} vien chuc | | dac biet|chi tieu|nhu cau|de nghi
rotation.done {{n}} | chuyen doi vi tri cong tac[a-z ,]{{0,20}} {{n}} (?:cong chuc|nguoi|truong hop|vien chuc) | | phai chuyen|chi tieu|ke hoach chuyen|se
disciplinary =0 | {{none}}[a-z ,]{{0,40}}bi (?:xu ly )?ky luat | |
documents.electronic_only {{n}}, documents.total_outgoing {{m}} | {{n}}/{{m}} van ban[a-z ,]{{0,30}}hoan toan[a-z ,]{{0,20}}dien tu | | den
documents.total_outgoing {{n}} | {{n}} van ban di\b | | song song|noi bo
documents.total_outgoing {{n}} | tong so van ban di[a-z ]{{0,40}}(?: la|:)? {{n}}\b | |
online_services.level4_provided {{n}} | {{n}} tthc[a-z ,]{{0,40}}(?:cung cap|truc tuyen|thuc hien)[a-z ,]{{0,30}}mucdo4\b | | du dieu kien|phat sinh|thanh toan|quoc gia
online_services.level3_provided {{n}} | {{n}} tthc[a-z ,]{{0,40}}(?:cung cap|truc tuyen|thuc hien)[a-z ,]{{0,30}}mucdo3\b | | du dieu kien|phat sinh|thanh toan|quoc gia
online_services.national_portal {{n}} | {{n}} tthc[a-z ,0-9]{{0,60}}(?:tich hop|cong khai)[a-z ,]{{0,40}}cong dvc quoc gia | | thanh toan
postal_service.procedures_announced {{n}} | {{n}} tthc[a-z ,]{{0,60}}(?:dich vu )?(?:bcci|buu chinh cong ich) | | phat sinh|ho so
email_accounts {{n}} | {{n}} (?:cong chuc|ccvc|cbccvc|can bo)[a-z ,]{{0,40}}(?:tai khoan )?(?:thu dien tu|hop thu) | |
digital_certificates {{n}} | {{n}} lanh dao[a-z ,]{{0,30}}chung thu so | |
"""
