"""How reports state figures of the agency itself: organisation, staff, digital government (see `statement_table`)."""

from __future__ import annotations

STATEMENTS_OF_THE_AGENCY = r"""
org_structure.departments {n}, org_structure.psus {m}
  says {n} phong(?: ban)?(?: chuyen mon| nghiep vu|, nghiep vu)*(?: va|,) {m} (?:trung tam|dvsn|don vi su nghiep)
  where co cau to chuc|to chuc bo may
  unless cat giam|giam con|giam {n}|sap xep con|truoc khi|nam truoc|huyen
org_structure.departments {n}
  says (?:co|gom).. {n} phong(?: ban)?(?: chuyen mon| nghiep vu|, nghiep vu)*\b
  where co cau to chuc
  unless cat giam|giam con|sap xep con|truoc khi|huyen
staff.quota_assigned {n}, staff.contracts {m}
  says {n} bien che(?: cong chuc| hanh chinh)?(?: va|,) {m} (?:hop dong|hd)\b
  where giao|phan bo
  unless co mat|hien co|su nghiep {n}
staff.quota_assigned {n}
  says (?:giao|phan bo)(?: la| cho so| so luong| tong so)* {n} bien che(?: cong chuc| hanh chinh)?\b(?! su nghiep| vien chuc)
  unless cat giam|tinh gian {n}
staff.quota_assigned {n}
  says bien che(?: duoc)? giao(?: nam| la)*:? {n} cong chuc\b
staff.present {n}
  says (?:co mat|hien co)(?: tai thoi diem..)?(?: la|:)? {n} (?:bien che|cong chuc)\b
  where bien che|co cau to chuc
  unless tuyen dung|dao tao|boi duong
staff.present {n}
  says gom:? {n} cong chuc\b
  where hien nay..so co tong so|hien nay... co tong so
  unless tuyen dung|dao tao|boi duong|khen
psu_staff_budget.assigned {n}
  says (?:giao|phan bo)(?: la| so luong)* {n} nguoi lam viec
  unless tu chu
staff.quota_assigned {n}
  says bien che(?: cong chuc| hanh chinh)?(?: duoc)?(?: cap co tham quyen)? giao(?: nam| trong nam| la|:)* {n}\b
  unless su nghiep|vien chuc
staff.present {n}
  says bien che(?: cong chuc| hanh chinh)?(?: hien)? co mat(?: tai thoi diem bao cao)?(?: la|:)? {n}\b
  unless su nghiep|vien chuc
staff.downsized =0
  says {none}..tinh gian bien che
staff.downsized {n}
  says tinh gian(?: duoc| bien che| doi voi)* {n} {people}
  unless giai doan|vien chuc|ke hoach
decentralization_inspection.districts_inspected =0
  says {none} kiem tra...phan cap...cap huyen
decentralization_inspection =0
  says {none} kiem tra...phan cap
specialized_inspection =0
  says {none}..thanh tra chuyen nganh
  unless ke hoach thanh tra
recruitment.civil_servants =0
  says {none} tuyen dung(?: moi)? cong chuc
  unless dang ky|dac biet
recruitment.civil_servants {n}
  says tuyen dung(?: moi| duoc)* {n} cong chuc
  unless dac biet|chi tieu|nhu cau|de nghi|dang ky {n}
recruitment.civil_servants {n}
  says {n} cong chuc(?: da)? (?:duoc tuyen dung|trung tuyen)
  unless dac biet|de nghi
recruitment.public_employees {n}
  says tuyen dung(?: moi| duoc)* {n} vien chuc
  unless dac biet|chi tieu|nhu cau|de nghi
recruitment.public_employees {n}
  says tuyen dung(?: moi| duoc)* \d+ cong chuc(?:,| va) {n} vien chuc
  unless dac biet|chi tieu|nhu cau|de nghi
rotation.done {n}
  says chuyen doi vi tri cong tac.. {n} (?:cong chuc|nguoi|truong hop|vien chuc)
  unless phai chuyen|chi tieu|ke hoach chuyen|se
disciplinary =0
  says {none}...bi (?:xu ly )?ky luat
documents.electronic_only {n}, documents.total_outgoing {m}
  says {n}/{m} van ban..hoan toan..dien tu
  unless den
documents.total_outgoing {n}
  says {n} van ban di\b
  unless song song|noi bo
documents.total_outgoing {n}
  says tong so van ban di...(?: la|:)? {n}\b
documents.total_outgoing {n}
  says van ban di(?: la|:) {n} van ban
online_services.level4_provided {n}
  says {n} tthc...(?:cung cap|truc tuyen|thuc hien)..mucdo4\b
  unless du dieu kien|phat sinh|thanh toan|quoc gia
online_services.level3_provided {n}
  says {n} tthc...(?:cung cap|truc tuyen|thuc hien)..mucdo3\b
  unless du dieu kien|phat sinh|thanh toan|quoc gia
online_services.level4_provided {n}
  says {n} tthc mucdo4\b
online_services.level3_provided {n}
  says {n} tthc mucdo3\b
online_services.national_portal {n}
  says {n} tthc...(?:tich hop|cong khai)...cong dvc quoc gia
  unless thanh toan
postal_service.procedures_announced {n}
  says {n} tthc...(?:dich vu )?(?:bcci|buu chinh cong ich)
  unless phat sinh|ho so
email_accounts {n}
  says {n}(?:/\d+)? (?:cong chuc|ccvc|cbccvc|can bo)...(?:tai khoan )?(?:thu dien tu|hop thu)
digital_certificates {n}
  says {n}(?:/\d+)? lanh dao..chung thu so
"""
