"""What people say around figures, as data: phrases that teach `decoding` which words stand beside which.

They mean nothing here; a slip in one of their words is mended by the others, and words of everyday talk are nobody's slip.
"""

from __future__ import annotations

SAYINGS = """
kông có | kông phát sinh | kông có ai | hem có | hem phát sinh | hem có ai | hem tính | hem kể | hổng có | hổng phát sinh
có lẽ | lẽ ra | có lẽ là | gộp cả | gộp chung | gộp lại | gộp cả ba | 25 xong 20 | đề ra 25 xong 20 | đề ra 25 đã xong 20
nhận 120 trả 115 | tiếp nhận 120 trả 115 trễ 5 | trả khoảng 300 | tiếp nhận khoảng 300 | tiếp nhận tầm 800
không có công chức nào bị kỷ luật | không có lãnh đạo nào | nào bị kỷ luật | không có kiến nghị nào | trong tuần | còn trình ký
kế hoạch 12 thực hiện 8 | chỉ tiêu 5 thực hiện 5 | 30 tthc | 5 tthc | là 12 tthc | thôi đừng ghi | đừng ghi | khoan ghi
gồm 3 huyện 7 xã | với quý 3 thì | mấy chục | có mặt mấy chục | nhiệm vụ đề ra 25 | đã trả lời 8 | tiếp nhận 10 đã trả lời 8
hổng phải | chẳng có | chẳng phát sinh | chẳng có ai | chả có | chả có ai | không phát sinh | kông tính | chẳng tính
không tính | không kể | lấy cái gì chia cái gì | lấy gì chia gì | chia cho
anh xem có khớp không | xem có đúng không | tào lao | nói tào lao
đứng bét | hạng bét | bét bảng | nghỉ việc | giáo viên nghỉ việc | học sinh nghỉ học | dân tộc miền núi | vùng sâu vùng xa
bao nhiêu | được bao nhiêu | là bao nhiêu | có bao nhiêu | tổng cộng bao nhiêu | mấy phần trăm | bao nhiêu phần trăm
phần trăm | tổng | tổng là | tổng cộng là | có mấy | được mấy | là mấy | còn mấy | mấy cái | mấy người | bao nhiêu người
số lượng | số lượng bao nhiêu | tổng số | tỷ lệ | chưa có | không có | đã có | có rồi | rồi | chưa | không | có | đã xong
xong rồi | chưa xong | chưa làm | làm rồi | đã làm | chưa có số liệu | chưa thống kê | chưa thống kê được | chưa tổng hợp
chưa tổng hợp được | đang tổng hợp | đang thống kê | không phát sinh | chưa phát sinh | không phát sinh trong kỳ
không có phát sinh | có phát sinh | phát sinh | không có gì | chưa thực hiện | đã thực hiện | có thực hiện
không thực hiện
thực hiện được | thực hiện tốt | chưa có báo cáo | đã ban hành | chưa ban hành | có ban hành | chưa báo cáo | đã báo cáo
chưa gửi | đã gửi | chưa nộp | đã nộp | nộp rồi | gửi rồi | chưa gửi báo cáo | chưa nộp báo cáo | đã nộp báo cáo
đã gửi báo cáo | nộp báo cáo chưa | nộp báo cáo | gửi báo cáo | gửi số liệu | đơn vị nào chưa nộp | đơn vị nào đã nộp
sở nào chưa nộp | sở nào chưa gửi | ai chưa nộp | những đơn vị nào | cơ quan nào | còn thiếu | còn thiếu gì
còn thiếu những gì | còn nợ | còn nợ báo cáo | thiếu gì | phần nào còn thiếu | còn trống | còn sót | chỉ tiêu nào
chỉ tiêu nào còn thiếu | danh sách | danh sách đơn vị | tình hình nộp báo cáo | thời hạn nộp | hạn nộp báo cáo
khi nào nộp
bao giờ nộp | ngày nào nộp | hạn chót | khi nào hết hạn | hạn cuối | lúc nào | khi nào | ngày nào | bao giờ | quý này
quý trước | quý đầu | quý vừa rồi | quý sau | năm nay | năm ngoái | năm trước | năm sau | cùng kỳ | cùng kỳ năm trước
cùng kỳ năm ngoái | so với cùng kỳ | so với quý trước | so với năm ngoái | so với kỳ trước | đầu năm | cuối năm | cả năm
trong năm | trong quý | trong kỳ | kỳ này | kỳ trước | kỳ báo cáo | tháng đầu năm | nửa đầu năm | nửa cuối năm
nửa năm đầu | nửa năm sau | nửa năm | sáu tháng đầu năm | sáu tháng
chín tháng | chín tháng đầu năm | sáu tháng cuối năm | tháng cuối năm | tháng này | tháng trước | quý 1 | quý 3
quý 2 năm 2022 | quý 3 năm 2022 | quý 4 2022 | năm 2022 | năm 2021 | tháng 6 | 6 tháng đầu năm 2022 | 9 tháng
đầu năm 2022
dưới 90 % | trên 90 % | hơn 50 | được 12 | là 12 | có 3 | khoảng 300 | ước 25 | 12 người | 3 lượt | 5 hồ sơ | 98 %
đạt 98 % | xong 20 | đã xong 13 | được 3 vụ | thành 88 | sửa thành 88 | từ 80 thành 88 | là 12 chứ không phải 21 | trả 115
âm 1 | âm 5 | là âm 3 | bán niên | báo cáo bán niên | 6 tđn | 9 tđn | 6 tcn
nam 20 nữ 18 | trong đó nữ 12 | nam và nữ | nữ | 60 gồm 57 | 60 gồm đúng hạn 57 | 40 gồm có 38 | 60 trong đó 57
nam 20 nữ 18 | trong đó nữ 12 | nam và nữ
nữ | tổng 45 | quý một
quý hai | quý ba | quý bốn | quý tư | quý | năm | kỳ | tháng | qua các quý | theo từng quý | theo quý
từng quý | từng sở | từng đơn vị | các quý | qua các kỳ | theo thời gian | từ quý đến quý | từ đầu năm đến nay | mấy quý
mấy quý nay
mấy quý gần đây | từ đầu năm tới giờ | từ trước đến nay | cao nhất | thấp nhất | nhiều nhất | ít nhất | tốt nhất
kém nhất
lớn nhất | nhỏ nhất | xếp hạng | xếp thứ | xếp thứ mấy | đứng đầu | đứng cuối | đứng thứ mấy | dẫn đầu
đơn vị nào cao nhất
sở nào nhiều nhất | sở nào thấp nhất | từ cao xuống thấp | so sánh | so với | đặt cạnh nhau | đối chiếu | chênh lệch
nhiều hơn | ít hơn | cao hơn | thấp hơn | hơn kém | bên nào nhiều hơn | dưới | trên | hơn | chưa đạt | không đạt
chưa tới
vượt | sở nào dưới | đơn vị nào dưới | đơn vị nào chưa đạt | diễn biến | biến động | xu hướng | tăng hay giảm | tăng giảm
tăng giảm thế nào | thay đổi | thay đổi thế nào | thay đổi ra sao | giải trình | ghi chú | ghi chú gì | căn cứ
căn cứ nào
căn cứ vào đâu | lý do | vì sao | tại sao | do đâu | văn bản nào | theo văn bản nào | theo quyết định nào
theo kế hoạch nào | quyết định nào | kế hoạch nào | dựa vào đâu | cơ sở nào | thuyết minh | nghĩa là gì | là gì | là sao
tính sao | tính thế nào | tính như thế nào | tính ra sao | cách tính | thế nào | ra sao | như thế nào | hiểu thế nào
gồm những gì | bao gồm những gì | đơn vị tính | đơn vị tính là gì | khái niệm | định nghĩa | công thức | lịch sử
lịch sử chỉnh sửa | chỉnh sửa | ai sửa | ai nhập | ai đã sửa | ai đã nhập | sửa lúc nào | nhập khi nào | bị sửa
ai cập nhật | toàn tỉnh | cả tỉnh | các sở | các sở ngành | tất cả | tất cả các sở | tất cả đơn vị | tổng cộng
mọi đơn vị
các đơn vị | các ngành | khoảng chừng | ước khoảng | ước tính | ước đạt | ước thực hiện | ước thực hiện 85 | ước | khoảng
chừng | tầm | gần | tạm tính | tạm
cho xem | cho hỏi | cho biết | cho em hỏi | cho anh hỏi | cho tôi xem | cho tôi biết | cho anh xin | cho chị xem
xem giúp
tra giúp | kiểm tra giúp | coi giúp | tìm giúp | nhập giúp | ghi giúp | cập nhật giúp | sửa giúp | nhập số liệu
cập nhật số liệu | xin số liệu | số liệu | lấy số liệu | báo cáo số liệu | thống kê giúp | báo giúp | nhờ em xem | em ơi
anh ơi | chị ơi | dạ | vâng | ạ | muốn biết | muốn hỏi | hỏi giúp | cần số liệu | cần biết | vậy em | vậy anh | vậy | thế
nhé | nha | nhỉ | hả | giùm | giúp | hộ | với | sửa thành | sửa lại thành | đổi thành | sửa lại | đính chính
chứ không phải | không phải | nhầm | nhập nhầm | gõ nhầm | sai rồi | phải là | từ thành | điều chỉnh thành
à nhầm | 38 à nhầm 39 | 38 nhầm 39 | nhầm là 39 | xin lỗi nhầm | ghi chú | note | chú thích | lý do | căn cứ | giải trình
ghi chú do | lý do là | theo quyết định | theo QĐ 12 | do nghỉ hưu | do chuyển công tác | giảm 2 do | tăng 2 so với
cập nhật lại
cập nhật thành | thay bằng | sửa số | sửa số liệu | một | hai | ba | bốn | sáu | bảy | tám | chín | mười | mười một
mười hai | mười ba | mười bốn | mười lăm | mười sáu | mười bảy | mười tám | mười chín | hai mươi | ba mươi | bốn mươi
năm mươi | sáu mươi | bảy mươi | tám mươi | chín mươi | hai mươi mốt | hai mươi lăm | mươi lăm | mươi hai | mươi ba
mươi bốn | một trăm | hai trăm | ba trăm | trăm | trăm rưỡi | nghìn | ngàn | một nghìn | hai nghìn | hai ngàn | triệu
rưỡi
linh | lẻ | phẩy | một trăm phần trăm | trăm phần trăm | của | tại | ở | bên | phía | thuộc | trong | từ | đến | cho | về
theo | qua | là | được | đã | đang | bị | do | để | thì | và | hoặc | hay | cùng | nhưng | còn | cũng | mà | nếu | khi
lúc
các | những | mỗi | từng | này | kia | đó | đây | ấy | nào | gì | anh | chị | em | tôi | mình | bạn | cô | chú | bác | ai
tên chi | tên gì | sau sắp xếp thì | thì nguyên cả | nguyên cả | mấy cái hả em | bao nhiêu hả em | hả em | hả anh | hả chị
hả bác | ha em | ha bây | hả bây | vậy hả
chị ghi 2 | anh ghi 3 | em ghi 5 | mình ghi 4 | thì ghi 3 | ghi có | ghi 1 | chị đếm | em đếm được 5 | đếm được | đếm số
người | cái | việc | số | bộ | lượt | đồng chí | cán bộ | lãnh đạo | chấp hành tốt | chấp hành nghiêm túc
chấp hành nghiêm
nghiêm túc | có vi phạm | không vi phạm | vi phạm | bị vi phạm | tốt | trực tuyến | phát phiếu | kết hợp | kết hợp cả hai
cả hai | hình thức | vừa trực tuyến vừa phát phiếu | có công bố | chưa công bố | đã công bố | có khen thưởng
chưa khen thưởng | có sáng kiến | chưa có sáng kiến | đã đạt | đạt | đạt chuẩn | đạt tỷ lệ | đạt được | chiếm tỷ lệ
trong đó | gồm | bao gồm | cụ thể | như sau | lần lượt | tương ứng | đơn vị | sở | ban | ngành | phòng | cơ quan | tỉnh
huyện | xã | thành phố | văn phòng | ủy ban | chào em | chào anh | chào chị | xin chào | chào bạn | chào cả nhà
cảm ơn em
cảm ơn nhiều | cám ơn | cảm ơn anh chị | ok em | vâng ạ | dạ vâng | dạ em chào anh | dạ rồi | ừ | được rồi | thôi được
khỏi cần | không sao | không cần | để mai | để sau | lát nữa | hôm nay | hôm qua | ngày mai | sáng nay | chiều nay
tối nay
trưa nay | tuần này | tuần sau | tuần trước | sáng mai | chiều mai | mấy giờ | mấy giờ họp | họp giao ban | phòng họp
họp ở đâu | giấy mời họp | lịch họp | nghỉ lễ | nghỉ phép | nghỉ thai sản | nghỉ hưu | đi công tác | đi làm | đi ăn
ăn cơm
ăn sáng | ăn trưa | uống nước | cà phê | đi chơi | về nhà | ở nhà | ngoài trời | trời mưa | thời tiết | dự báo thời tiết
giá vàng | giá xăng dầu | bóng đá | xổ số | chúc mừng | sinh nhật | sức khỏe | vui vẻ | buồn quá | số điện thoại
gọi điện
nhắn tin | gửi mail | gửi file | tải về | mở file | file mẫu | biểu mẫu | bản mềm | bản cứng | bản giấy | đăng nhập
mật khẩu | tài khoản | máy in | máy tính | mất điện | mất mạng | lỗi mạng | hư máy | cài đặt | phần mềm | tiền lương
tiền điện | thu ngân sách | chi ngân sách | nộp thuế | thu nhập | đầu tư công | giải ngân | vốn | dự án | tai nạn
giao thông | dân số | trẻ em | học sinh | giáo viên | bệnh nhân | bệnh viện | trường học | sốt xuất huyết | tiêm chủng
dịch bệnh | xây dựng nông thôn mới | hộ nghèo | việc làm | thất nghiệp | xuất khẩu | sản lượng | lúa gạo | chăn nuôi
du lịch | khách sạn | xem lại | kiểm tra lại | báo lại | hỏi lại | làm lại | nói lại | gửi lại | coi lại | để em xem
để chị hỏi | em nhập rồi | em gửi rồi | tầng 2 | lầu 3 | phòng 3 tầng 2 | dãy 2 | bàn 5 | số nhà 12 | đường 30 | hẻm 7
ngõ 3 | lớp 5 | tổ 4 | khóa 2 | chương 3 | mục 2 | trang 5 | dòng 7 | cột 3 | lần 2 | câu 4 | bài 6 | tập 2 | thứ 5
ngày 22 | 14 giờ | 30 phút | lúc 8 giờ | tuần 3 | khu phố 2 | ấp 4 | thôn 3 | tiết 2 | xe 16 chỗ | biển số 65 | bước 1
vòng 2 | đợt 3 | khoản 2 điều 5 | nghị định 61 | thông tư 01 | mẫu 02 | trời | đất | nước | sông | cây | hoa | cá | thịt
gà | cơm | bánh | trà | rượu | chợ | quán | hàng | tiệm | giá | tiền | đồng | mua | bán | thuê | mượn | trả nợ | thuốc
bệnh | đau | khỏe | mệt | bác sĩ | y tá | cô giáo | thầy giáo | con gái | con trai | vợ | chồng | ba má | bố mẹ | gia đình
bạn bè | đồng nghiệp | sếp | giám đốc | trưởng phòng | xe máy | ô tô | tàu | máy bay | đường | cầu | bến | áo | quần
giày
nón | điện thoại | mạng | tivi | phim | nhạc | sách | vở | bút | giấy | bàn ghế | cửa | sân | vườn | bếp | đèn | quạt | đỏ
xanh | vàng | trắng | đen | to | bé | mập | gầy | đẹp | xấu | ngon | dở | nóng | lạnh | mát | khô | ướt | sạch | bẩn
nhanh
chậm | vui | buồn | giận | sợ | yêu | ghét | nhớ | quên | tin | nghĩ | mong | ước gì | thích | khen | chê | cười | khóc
hát | múa | nhảy | tháng giêng | thứ hai | thứ ba | thứ tư | thứ năm | thứ sáu | thứ bảy | chủ nhật | mùng một | tết
cuối tuần | đầu tuần | bây giờ | hồi nãy | mới đây | gần đây | trước đây | sau này | lâu rồi | sắp tới | vừa xong
ngay bây giờ | gấp lắm | sớm nhé | hết thảy | hết trơn | vô | ra | lên | xuống | lại | đi | tới | luôn | nữa | thôi | quá
lắm | rất | hơi | khá | nghen | hen | á | ơi | nghe | thấy | nói | biết | làm | lấy | đưa | cầm | mang | đem | chạy | ngồi
đứng | nằm | ngủ | dậy | chơi | đọc | viết | vẽ | vẽ biểu đồ
stt | tt | đvt | sđt | stk | stt nội dung đvt số liệu ghi chú | stt chỉ tiêu đơn vị tính kết quả | bnv | btc | bct | bxd | byt
btp | btnmt | btttt | bkhcn | bkhđt | bgdđt | bgtvt | bvhttdl | bnnptnt | bldtbxh | vpcp | ttg | hđnd | mttq | ptp | pgđ | pct
ttr | qđ | cv | tb | kh | nq | ct | nđ
quý 1/2022 | quý 2/2023 | quý 3/2022 | quý 4/2021 | quí 3/2022 | quý 2/2022 | q3/2022 | tháng 6/2022 | tháng 3/2023
kỳ quý 3/2022
quý vừa qua | quý rồi | năm rồi | năm vừa rồi | năm vừa qua | quý thứ 3 năm 2022 | quý thứ ba | quý thứ hai | hai quý đầu năm
hai quý đầu của năm 2022 | hai quý cuối năm | ba quý đầu năm | cả hai quý | từ đầu năm tới nay | từ đầu năm đến giờ
từ hồi đầu năm
từ đầu năm tới giờ | tính đến nay | tính tới nay | đến nay | tới nay | tính cả năm | tính đến hết quý | đến hết quý 3
đến cuối quý
hết năm 2022 | từ năm 2020 đến năm 2022 | từ năm 2021 tới năm 2022 | từ 2020 đến 2022 | từ quý 1 đến quý 3 | các năm qua
mấy năm qua
mấy năm nay | các năm gần đây | qua các năm | qua từng năm | qua từng kỳ | từng kỳ báo cáo | các kỳ báo cáo
qua các kỳ báo cáo
năm nay so với năm ngoái | năm nay nhiều hơn năm ngoái | nhiều hơn hay ít hơn năm ngoái | cao hơn hay thấp hơn | năm 2023
cả năm 2021
trong năm 2022 | của năm 2022 | nửa đầu năm 2022 | cuối năm 2022 | năm 2022 của sở | quý này của sở | 12 tháng
3 tháng đầu năm
so sánh hai quý | so sánh quý 1 với quý 2 | so sánh quý 1 và quý 2 | quý 1 với quý 2 năm 2022 | so với quý 2 năm 2022
so quý này với quý trước
đội sổ | đội sổ về tỷ lệ | cuối bảng | ở cuối bảng | đứng cuối bảng | đầu bảng | đứng chót | đứng chót về tỷ lệ | đứng nhất
đứng nhì
quán quân | ai quán quân | á quân | vô địch | xếp chót | xếp cuối | xếp đầu | xếp nhất | xếp hạng các sở | xếp hạng theo tỷ lệ
sắp xếp theo | sắp xếp các sở theo tỷ lệ | xếp các sở theo số | xếp theo tỷ lệ | sắp theo | liệt kê | liệt kê các sở
liệt kê các đơn vị
liệt kê những sở có | liệt kê đơn vị | kể tên | kể ra | những sở nào | các sở nào | mấy sở | bao nhiêu sở | dẫn đầu về
dẫn đầu về số
đứng đầu về | đứng thứ mấy về | đứng thứ mấy tỷ lệ | hạng mấy | thứ mấy | tốp 5 | 5 đơn vị | 3 sở | các sở dưới 100
các sở trên 50
vẽ các sở dưới 100 | về các sở dưới 100 hồ sơ | đơn vị nào dưới 10 | sở nào trên 100 | sở nào có hồ sơ trên | có trên 100
có dưới 10
dưới 10 hồ sơ | dưới 100 | trên 1.000 hồ sơ | trên 100 | trên 50 | dưới 70 % | dưới 80 % | dưới mức | dưới mức 90 %
vượt 90 %
trên 90 % | hơn 100 hồ sơ | không đạt 90 % | chưa đạt 90 % | chưa tới 90 % | chưa đến 90 %
mọi sở | mọi sở gộp lại | gộp lại | gộp chung | cộng lại | cộng hết | cộng hết lại | tính chung | tính gộp | cộng dồn
cộng các sở
phần ghi chú | ghi chú của | phần ghi chú của số | ghi chú viết gì | ghi chú là gì | viết gì | có ghi chú gì không
có ghi chú gì | ghi gì
theo văn bản số mấy | văn bản số mấy | văn bản số bao nhiêu | theo văn bản số bao nhiêu | dựa theo văn bản nào
lấy theo văn bản nào
căn cứ của số | căn cứ vào văn bản nào | căn cứ là gì | sao lại thấp vậy | sao lại cao vậy | lại thấp vậy | sao thấp vậy
sao cao thế
sao tỷ lệ | sao số hồ sơ | sao lại giảm | sao lại tăng | vì sao tỷ lệ thấp | vì sao giảm | vì sao tăng | lý do giảm
lý do gì | sao vậy
được tính như thế nào | tính làm sao | tính kiểu gì | tính ra làm sao | cách tính thế nào | hiểu sao cho đúng | hiểu sao
hiểu là gì
thế nào gọi là | thế nào là | gọi là gì | gọi là | gồm những ai | gồm ai | tính những ai | nghĩa là sao | là thế nào
nghĩa là thế nào
tính theo công thức nào | công thức tính | lấy số nào chia số nào | lấy cái nào chia cái nào
người nào sửa | người nào nhập | sửa khi nào | nhập khi nào | cập nhật khi nào | cập nhật lần cuối lúc nào | lần cuối
lần cuối lúc nào
cập nhật lần cuối | sửa lần cuối | ai nhập số này | nhập ngày nào | sửa ngày nào | sửa mấy lần | đã sửa mấy lần
trước đó là bao nhiêu
số cũ là bao nhiêu | lần trước là bao nhiêu | bị đổi
thiếu số liệu gì | thiếu số liệu | thiếu những số nào | thiếu phần nào | còn gì chưa nhập | còn gì chưa báo cáo
cái gì chưa nhập
còn phải nhập gì | còn phải nhập gì nữa | phải nhập gì nữa | mình còn phải nhập | còn chỉ tiêu nào | chỉ tiêu chưa báo cáo
chưa nhập
còn bao nhiêu chỉ tiêu chưa báo cáo | còn mấy chỉ tiêu | báo cáo đủ chưa | đã báo cáo đủ chưa | nhập đủ chưa | đủ chưa
nhập hết chưa
còn sở nào chưa gửi | còn đơn vị nào chưa nộp | còn ai chưa nộp | ai chưa nộp | ai chưa gửi | ai chưa nhập
ai chưa báo cáo | ai đã nộp
phần nào chưa nhập | mục nào chưa nhập | biểu nào chưa nộp | nộp báo cáo chưa | đã nộp chưa | đã gửi chưa | gửi chưa
sở nào chưa có số liệu
bà con | bà con phản ánh | bà con kêu | bà con nộp | người dân | người dân nộp | dân nộp | dân nộp hồ sơ | dân gửi
dân phản ánh | dân hài lòng
dân kêu ca | kêu ca | kêu ca phàn nàn | phàn nàn về | phàn nàn mấy vụ | phản ánh về | than phiền | khi làm thủ tục
hài lòng khi
bao nhiêu ý kiến | mấy ý kiến | bao nhiêu văn bản | mấy văn bản | bao nhiêu hồ sơ | mấy hồ sơ | mấy thủ tục
bao nhiêu thủ tục
mấy đơn vị | bao nhiêu đơn vị | mấy lượt | bao nhiêu lượt | mấy bài | bao nhiêu bài | mấy lớp | mấy cuộc | bao nhiêu cuộc
mấy vụ | mấy phòng
bao nhiêu biên chế | bao nhiêu công chức | bao nhiêu viên chức | mấy công chức | mấy viên chức | mấy lãnh đạo
bao nhiêu nhiệm vụ
biên chế có mặt | biên chế hiện có mặt | có mặt | hiện có mặt | cơ quan mình | đơn vị mình | sở mình | bên mình | của mình
bên em | bên chị
của sở mình | sở tôi | cơ quan tôi | sở ta | đăng 20 bài | đăng bài | đã đăng 20 bài | viết 20 bài | mở 3 lớp
tổ chức 3 lớp | tập huấn 3 lớp
tổ chức 2 cuộc | họp 2 cuộc | phát 200 phiếu | khảo sát 200 phiếu | khảo sát được 200 phiếu | phát ra 200 phiếu
thu về 180 phiếu
nộp 980 bộ hồ sơ | 980 bộ | 980 bộ hồ sơ | tiếp nhận 812 hồ sơ | nhận 812 | nhận được 812 hồ sơ | giải quyết 800 hồ sơ
trả 790 hồ sơ
trả kết quả 115 | tiếp nhận 120 | đã trả 115 | tỉnh giao 40 | tỉnh giao 60 nhiệm vụ | được giao 61 | giao 61
biên chế giao 61 | chỉ tiêu giao 61
chỉ tiêu 6 | làm được 6 | làm xong 6 | kế hoạch 40 | đề ra 25 | đề ra 25 nhiệm vụ | có mặt 58 | hiện có 58 | hợp đồng 4
người hợp đồng 4
đúng hạn 57 | quá hạn 3 | trễ hạn 3 | trước hạn 5 | hoàn thành 13 | hoàn thành 13 trong tổng số 22 | xong 13 trong số 22
trong tổng số 22
trong số 22 | trên tổng số 22 | đạt 13 trên 22 | xử lý xong 9 | đã xử lý 9 | đã giải quyết 9 | đã kiểm tra 4
đã thanh tra 5 | phát hiện 12
tuyển 2 | thi tuyển 2 | xét tuyển 2 | bổ nhiệm 3 | kỷ luật 1 | khiển trách 1 | cảnh cáo 1 | nghỉ hưu 2 | tinh giản 2
cắt giảm 1
từ 80 thành 88 | từ 80 sang 88 | từ 80 lên 88 | đổi từ 80 thành 88 | sửa lại thành 88 | sửa lại là 88 | chứ không phải 720
không phải 720
97 phẩy 2 | 98 phẩy 5 | 97 phẩy hai | bảy phẩy hai | chín phẩy năm | phẩy hai | phẩy năm | 1,2 nghìn | 3 nghìn | 2 ngàn
5 trăm | 2 nghìn 5 trăm
hai nghìn ba trăm | nghìn rưỡi | trăm rưỡi | 1 triệu | mười ba | mười bảy | khoảng 1.450 | khoảng 40 | tầm 800 | tầm 40
độ 50 | chừng 40
gần 500 | hơn 300 | xấp xỉ 200 | ước 85 | ước chừng 800 | ước tính 800 | ước đạt 85 | ước thực hiện 85 % | dự kiến 800
dự kiến | tạm tính 800
800 tạm tính | 800 dự kiến | 800 ước tính | đến 15/12 | tính đến 15/12 | tính đến ngày 15/12 | đến ngày 15/12 | cho đến hết
thì chưa | thì có | thì có rồi | thì không | thì không có | thì rồi | là chưa | là chưa có | là có | là có rồi | chưa có ạ
có rồi ạ | chưa ạ
thì chưa có | thì chưa làm | thì chưa thực hiện | chưa thấy | vẫn chưa | hiện chưa | hiện chưa có | đến nay chưa
kế hoạch chưa | bổ sung
bổ sung số liệu | báo cáo bổ sung | gửi bổ sung | chốt số | chốt số liệu | số liệu chốt | số chính thức | số tạm | báo em
báo anh | em báo
khi nào tiện | lúc nào tiện | khi nào rảnh | tiện thì báo | có gì báo em | có gì báo anh nhé
em gửi số liệu | em báo số liệu | em xin báo cáo | xin báo cáo | kính gửi | báo cáo anh | báo cáo chị | tên em là
trực thuộc bên em
theo trường hợp đặc biệt | trường hợp đặc biệt | đơn vị trực thuộc | các đơn vị trực thuộc | trực thuộc sở | thuộc sở
cấp sở | cấp phòng | cấp xã
cấp huyện | lãnh đạo cấp sở | lãnh đạo cấp phòng | song song với giấy | điện tử song song giấy | kèm giấy | kèm bản giấy
kèm văn bản giấy
tổng văn bản đi | tổng số văn bản đi | văn bản đi của sở | vb đi | tổng vb đi | điện tử hóa | đã điện tử hóa
được điện tử hóa | giải quyết thủ tục
nộp online | nộp trực tuyến | nộp qua mạng | nộp trên mạng | hồ sơ nộp online | hs nộp online | hs trả | hs nhận
hs tiếp nhận | hs trả kq
không tính | không kể | không gồm | không bao gồm | chưa tính | chưa kể | chưa gồm | đừng tính | đừng kể | trừ ra | ngoại trừ
chị ghi 2 | chị ghi giúp | em ghi 2 | em ghi 0 | anh ghi 3 | mình ghi 4 | chị nhập 2 | nên ghi 0 | nên điền 0
chị ghi không | ghi có | ghi 2 người
mà xử lý | mà giải quyết | mà được giải quyết | mà đúng hạn | mà trả | mà bị kỷ luật | mà là lãnh đạo | người ta
người ta nộp
ngang nhau | giữa các sở ngang nhau | phòng chống tham nhũng | cho phòng chống tham nhũng | công tác cho phòng | đi rà soát
không tính bcci | không kể bưu chính công ích | không tính đơn vị trực thuộc | chưa kể đơn vị trực thuộc | không kể hồ sơ
rồi hè | chưa hè | rồi hỉ | rồi hén | chưa hén | rồi nghen | rồi ta | hồ sơ rồi hè | bộ rồi | mấy bộ rồi | mấy hồ sơ rồi
không lấy | đừng lấy | khỏi lấy | đừng cộng | chứ không phải | không phải | khỏi phần trăm | không lấy tỷ lệ | cộng lại
lẫn nộp mạng | cả nộp tay lẫn nộp mạng | lẫn nộp | gộp lại | cộng chung | lt ht mcđt | lt với ht mcđt | lt ht một cửa
hồ sơ tiếp nhận không tính | biên chế không tính | văn bản đi không kể | không tính hợp đồng | khiển trách | cảnh cáo
phòng mô | cái mô | đơn vị mô | sở mô | mô rồi | mô đó | bữa ni | ri nè | rứa hí | rứa hỉ | hí | được mấy cái hí | không hí
nói một tiếng | một tiếng | nể nang | hay còn nể nang | nấn ná | lần lữa | dữ vậy | ít dữ vậy | nhiều dữ vậy | yk | ý kiến yk
kẹt tiền | còn kẹt | kẹt | kham nổi | chưa kham nổi | kham | ma nào | ma mô | mang máng | nhớ mang máng | hình như
điền qua | đừng điền | điền vào | điền vô | điền giúp
"""
