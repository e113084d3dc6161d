"""What people call units, their staff and heads, and what inspections found: everyday wordings, read after `everyday_words`."""

from __future__ import annotations

EVERYDAY_OF_BODIES = """
phongban: các phòng chuyên môn | các phòng ban | các phòng nghiệp vụ | các khoa phòng | phòng chuyên môn nghiệp vụ
phongban: các phòng ban chuyên môn
khoivanphong: văn phòng của sở | ở văn phòng sở | khối vp sở | khối vp | khối văn phòng của sở | đóng ở sở | đóng tại sở
dvsn+tructhuoc: đơn vị sự nghiệp bên dưới | sự nghiệp bên dưới | đơn vị sự nghiệp dưới sở | sự nghiệp dưới sở
dvsn+tructhuoc: trung tâm dưới sở | trung tâm bên dưới | đơn vị sự nghiệp cấp dưới | đơn vị sự nghiệp phía dưới
dvsn+tructhuoc: đơn vị sự nghiệp của sở
tochuchc: chi cục thuộc sở | các chi cục thuộc sở
tochuchc: chi cục bên dưới | chi cục dưới sở | tổ chức hành chính dưới sở | tổ chức hành chính bên dưới
tochuchc+tructhuoc: thuộc chi cục | thuộc các chi cục | ở chi cục | tại chi cục | của chi cục | trong chi cục | dưới chi cục
tochuchc: cơ quan hành chính trực thuộc | cơ quan hành chính thuộc sở | đơn vị hành chính thuộc sở
tochuchc: cơ quan hành chính dưới sở | đơn vị hành chính dưới sở | đơn vị hành chính bên dưới
xuly+daxong: dứt điểm | dứt điểm được | dứt điểm rồi | đã dứt điểm | sửa dứt điểm | sửa chữa xong | chấn chỉnh xong | gỡ được
xuly+daxong: gỡ rồi | xử lý ổn thỏa | giải quyết ổn thỏa
kiemtra+roi: kiểm tra xong
kiemtra: việc kiểm tra
thanhtra: việc thanh tra
thanhtra+roi: thanh tra xong
thanhtra+chuyennganh+roi: thanh tra chuyên ngành xong
kiemtra+hoanthanh: qua kiểm tra xong
thanhtra+hoanthanh: qua thanh tra xong
catgiam: bị gom lại | gom lại còn | gom lại mất | gom lại bớt | đã gom lại | được gom lại | bỏ bớt | xóa gộp | gộp mất
catgiam: xóa mất | cắt mất | gộp bớt | nhập lại còn | giảm mất | giảm bớt đi | dồn lại | dồn bớt | bị gộp | bị xóa bớt
catgiam: bị cắt bớt | bị giảm | bị giảm đi | bị bỏ bớt | cắt được | giảm được | bớt được | sắp xếp giảm | sau sắp xếp giảm
catgiam: sáp nhập giải tán | sáp nhập xong | sắp xếp xong | giải thể xong | gom xong | sắp xếp tinh gọn | tinh gọn bớt
catgiam: việc cắt giảm | việc cắt bớt | việc cắt | việc giảm | việc sắp xếp | việc tinh gọn | đầu mối cắt giảm
catgiam: cắt giảm đầu mối
catgiam: giảm đầu mối
bomay+catgiam: bộ máy tinh gọn | tinh gọn bộ máy | sắp xếp bộ máy tinh gọn
catgiam+phongban: bỏ bao nhiêu phòng | bỏ mấy phòng | bỏ được mấy phòng | bỏ được bao nhiêu phòng | bỏ phòng | bớt mấy phòng
duocgiao: tỉnh khoán | khoán cho | tỉnh cho tất cả | được cho bao nhiêu suất | cho bao nhiêu suất | cho mấy suất | được mấy suất
bienche: suất ăn lương | suất lương | suất ăn lương công chức
bienche: suất công chức | suất biên chế công chức | chỉ tiêu công chức | ghế biên chế | ghế công chức | bc công chức | bc cc
bienche: biên chế cc | bchc | bc hành chính
bienche+duocgiao: bc được giao | bc giao | bc đc giao | bc dc giao | bc tỉnh giao | biên chế trên giao | biên chế trên cho
bienche+duocgiao: biên chế được duyệt | biên chế được phân bổ | biên chế được cấp | chỉ tiêu biên chế được duyệt
bienche+comat: đang sử dụng bao nhiêu biên chế | đang sử dụng mấy biên chế | sử dụng bao nhiêu biên chế | sử dụng mấy biên chế
nguoilamviec+dvsn+huongluong+duocgiao: chỉ tiêu biên chế viên chức | chỉ tiêu biên chế sự nghiệp
bienche+comat: bc có mặt | bc hiện có | bc hc có mặt | bc hiện diện
bienche+tinhgian: bc tinh giản | bc đã tinh giản | tinh giản cbcc | tinh giản công chức | cắt giảm biên chế công chức
bienche+tinhgian: giảm biên chế công chức | giảm bớt biên chế | giảm công chức | cắt giảm công chức | bớt công chức
duocgiao: tỉnh cho mình mấy | tỉnh cho mình bao nhiêu | tỉnh cho sở mấy | tỉnh cho sở bao nhiêu | trên cho mình mấy
duocgiao: trên cho mình bao nhiêu | tỉnh cho cơ quan mấy | tỉnh cho cơ quan bao nhiêu | tỉnh cho đơn vị mấy
duocgiao: tỉnh cho đơn vị bao nhiêu | tỉnh phân cho | tỉnh phân bổ | tỉnh rót | được cấp chỉ tiêu | tỉnh cho sở mình mấy
duocgiao: tỉnh cho sở mình bao nhiêu | tỉnh cho bên mình mấy | tỉnh cho bên mình bao nhiêu
comat: hiện còn | hiện còn lại | đang tồn tại | hiện tồn tại | đang hoạt động | còn hoạt động | hiện hoạt động | đương chức
comat: tại chức | đang tại vị | đang giữ chức | đương nhiệm | hiện hữu | đang có mặt làm việc | có mặt làm việc
comat: đi làm thực tế | thực tế đi làm | thực tế đang có | đang ngồi | hiện có làm | người thật đang làm
hopdong: người lao động hợp đồng | lao động theo hợp đồng | hợp đồng 111 | hợp đồng nghị định 111 | hđ 111
hopdong: người lao động ký hợp đồng | ký hợp đồng lao động | người ký hợp đồng lao động | nhân viên hợp đồng lao động
hopdong: người làm theo hợp đồng lao động | làm theo hợp đồng lao động | người làm việc theo hợp đồng | làm việc theo hợp đồng
hopdong: người làm việc theo hợp đồng lao động | làm việc theo hợp đồng lao động | người làm việc hợp đồng
hopdong: anh em làm hợp đồng | người làm theo hợp đồng | diện hợp đồng lao động | lao động ký hợp đồng | làm theo hợp đồng
tinhgian: việc tinh giản | giảm người | bớt người | cắt người | cắt giảm người | giảm số người | giảm nhân sự
tinhgian: cắt giảm nhân sự | cho nghỉ bớt
tinhgian: cho về theo tinh giản | cho về nghỉ theo tinh giản | về theo diện tinh giản | giảm bớt người | tinh gọn người
vienchuc+tinhgian: giảm viên chức | cắt giảm viên chức | bớt viên chức
nguoilamviec+dvsn+huongluong+tinhgian: cắt giảm biên chế sự nghiệp | bớt biên chế sự nghiệp | giảm bớt biên chế sự nghiệp
nguoilamviec+dvsn+huongluong+tinhgian: cắt giảm biên chế viên chức | tinh giản biên chế viên chức | giảm biên chế viên chức
nguoilamviec: nhân sự | nhân lực
nguoilamviec+comat: người có mặt | nhân sự thực tế | nhân sự hiện có | nhân sự có mặt | người đang có mặt | số người hiện có
nguoilamviec+duyet: người được duyệt | nhân sự được duyệt | người được phê duyệt
nguoilamviec+duocgiao: người được giao
tuchu: tự nuôi mình | tự sống | tự nuôi thân | tự thu tự chi | tự lo kinh phí | tự lo tiền | tự lo tài chính
tuchu: tự bảo đảm kinh phí | tự đảm bảo kinh phí
tuchu+p100: tự lo hết kinh phí | tự lo hết tiền | tự lo hết chi phí | tự lo toàn bộ kinh phí | tự trang trải hết
tuchu+p100: tự nuôi hoàn toàn | tự bảo đảm toàn bộ kinh phí | tự đảm bảo toàn bộ kinh phí | tự lo 100% | tự chủ hết
tuchu+p100: tự lo trọn gói | tự bảo đảm hết
lanhdao+capphong+thuocso: trưởng phó phòng của sở | trưởng phó phòng ở sở | trưởng phó phòng tại sở
lanhdao+capphong+thuocso: trưởng phòng phó phòng của sở | trưởng phòng phó phòng ở sở | trưởng phòng phó phòng tại sở
lanhdao+capphong+thuocso: trưởng phòng và phó phòng của sở | trưởng phòng và phó phòng ở sở | trưởng phòng và phó phòng tại sở
lanhdao+capphong+thuocso: trưởng phòng với phó phòng của sở | trưởng phòng với phó phòng ở sở
lanhdao+capphong+thuocso: trưởng phòng với phó phòng tại sở | trưởng phòng và phó của sở | trưởng phòng và phó ở sở
lanhdao+capphong+thuocso: trưởng phòng và phó tại sở | trưởng phó các phòng của sở | trưởng phó các phòng ở sở
lanhdao+capphong+thuocso: trưởng phó các phòng tại sở | lãnh đạo phòng của sở | lãnh đạo phòng ở sở | lãnh đạo phòng tại sở
lanhdao+capphong+thuocso: lãnh đạo cấp phòng của sở | lãnh đạo cấp phòng ở sở | lãnh đạo cấp phòng tại sở
lanhdao+capphong+thuocso: lãnh đạo các phòng của sở | lãnh đạo các phòng ở sở | lãnh đạo các phòng tại sở | sếp phòng của sở
lanhdao+capphong+thuocso: sếp phòng ở sở | sếp phòng tại sở | cấp phòng và ngang phòng của sở | cấp phòng và ngang phòng ở sở
lanhdao+capphong+thuocso: cấp phòng và ngang phòng tại sở | ngang phòng của sở | ngang phòng ở sở | ngang phòng tại sở
lanhdao+capphong+thuocso: trưởng phòng của sở | trưởng phòng ở sở | trưởng phòng tại sở | phó phòng của sở | phó phòng ở sở
lanhdao+capphong+thuocso: phó phòng tại sở
capphong+thuocso: cấp phòng ở sở | cấp phòng của sở | cấp phòng tại sở
tuongduong+thuocso: tương đương của sở | tương đương ở sở | tương đương tại sở | và tương đương của sở | và tương đương ở sở
tuongduong+thuocso: và tương đương tại sở
lanhdao+capphong: cấp trưởng cấp phó phòng | cấp trưởng và cấp phó phòng | cấp trưởng cấp phó | cấp trưởng phòng cấp phó phòng
lanhdao+capphong: trưởng phòng và phó | trưởng phòng với phó | trưởng phòng phó | trưởng phòng lẫn phó phòng
lanhdao+capphong: trưởng phó khoa phòng | trưởng các phòng | phó trưởng phòng | trưởng phòng phó trưởng phòng
lanhdao+capphong: trưởng phòng và phó trưởng phòng | trưởng khoa phó khoa | cấp trưởng cấp phó các phòng
lanhdao+capphong: cấp phòng và ngang phòng | ngang phòng
lanhdao+capso: giám đốc lẫn các phó | giám đốc với các phó | giám đốc cùng các phó giám đốc
lanhdao+capso: giám đốc lẫn phó giám đốc | giám đốc lẫn phó | giám đốc với phó | giám đốc và các phó | giám đốc và phó
lanhdao+capso: giám đốc cùng phó | giám đốc cùng các phó | ban lãnh đạo cấp sở | sếp lớn
phathien: thấy được | thấy ra | kết luận nêu | nêu được | nêu tổng cộng | nêu mấy | nêu bao nhiêu | ghi nhận mấy
phathien: ghi nhận bao nhiêu | ghi nhận được | ghi nhận tổng cộng | moi được | moi ra mấy | moi ra được | dò ra | kiểm ra
phathien: đào ra | lôi ra | lộ ra mấy
thanhtra: kết luận thanh tra | kết luận của đoàn thanh tra | các kết luận thanh tra | đi thanh | cuộc thanh tra
tinhgian: cho nghỉ vì tinh giản | nghỉ vì tinh giản | bị cho nghỉ vì tinh giản | nghỉ do tinh giản | cho nghỉ do tinh giản
tinhgian: bị tinh giản | nghỉ tinh giản biên chế
dvsn+tructhuoc: đơn vị sự nghiệp ở dưới | trung tâm ở dưới | sự nghiệp ở dưới | trung tâm đơn vị sự nghiệp ở dưới
dvsn+tructhuoc: nuôi mấy trung tâm | nuôi mấy đơn vị sự nghiệp | nuôi mấy cái trung tâm | nuôi bao nhiêu trung tâm
dvsn+tructhuoc: có mấy trung tâm trực thuộc | trung tâm trực thuộc
khonglanhdao: không làm sếp | không có làm sếp | không phải làm sếp | không làm quan | không làm lớn | thường thường
bonhiem: mới có ai lên | có ai lên | mới lên | vừa lên | mới được lên | lên ghế | lên làm sếp
comat: điểm danh | điểm danh được | có mặt điểm danh
bonhiem+lanhdao+thituyen: tuyển chọn bổ nhiệm lãnh đạo thông qua thi | bổ nhiệm lãnh đạo thông qua thi
thituyen: thông qua thi | thông qua thi tuyển | thông qua việc thi | bằng cách thi
chuyendoi: chuyển vị trí công tác | định kỳ chuyển vị trí công tác | định kỳ chuyển vị trí
vienchuc+thituyen: thi viên chức chấm xong | thi viên chức xong
congchuc+thituyen: thi công chức chấm xong | thi công chức xong
tuyendung: lấy được | lấy được mấy | chấm xong lấy được | lấy được bao nhiêu
bonhiem+lanhdao+capphong: lên trưởng phó phòng | lên trưởng phòng | lên phó phòng | lên trưởng phó các phòng
bonhiem+lanhdao+capphong: lên trưởng phòng phó phòng | lên trưởng phòng với phó phòng
bonhiem+lanhdao+capso: lên giám đốc | lên phó giám đốc | lên giám đốc phó giám đốc
comat: hiện sở có | sở hiện có | hiện mình có | hiện cơ quan có | cơ quan hiện có | hiện sở mình có
comat: ngồi làm | còn ngồi làm | ngồi làm việc | còn đi làm | còn làm việc
"""
