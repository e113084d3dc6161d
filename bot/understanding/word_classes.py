"""The offices' language as data: which concepts exclude each other, which say little, which words say nothing of a row.

Tokens are those of `concepts`; silent words are read without accents.
"""

from __future__ import annotations

# One of each line excludes the others of its line where the catalogue has rows that differ by them; with ! everywhere.
OPPOSITES = """
! dunghan quahan
tiepnhan tra
! md3 md4
! dungquytrinh saiquytrinh
hoso tthc
congchuc vienchuc
kiemtra thanhtra
taicoquan tructhuoc
thuocso tructhuoc
khoivanphong tructhuoc
duocgiao comat duyet tinhgian
dera hoanthanh
phai dara
kehoach thucte
chitieu thucte
hoantoan songsong
cungcap giuacaccap
cungcap dudieukien
dudieukien phatsinh
capso capphong
capxa caphuyen
p100 motphan
hoantoan motphan dambao
tuchu dambao
chuyentrang trangdonvi baodai hoihop
thituyen dacbiet
danhgianb xemxetld congbo
congbo baibo
duyet dientuhoa
rutngan thanhphanhs
tochuchc dvsn
bienche nguoilamviec hopdong
bonhiem kyluat
tructiep tructuyen
quocgia congdvctinh
cuaso tructhuoc
"""

# What a word means beside another: the posts of units are people who work there, and people are let go.
# Word | beside any of | unless beside | means
BESIDE = """
bienche | dvsn vienchuc | congchuc | nguoilamviec
vande | pakn | phathien kiemtra thanhtra rasoat | roi
hoanthanh | pakn | kehoach nhiemvu | roi
hoanthanh | kiemtra thanhtra | vande xuly phathien kehoach nhiemvu rasoat vanban | roi
lienthong | htmotcua | tthc cungcap giuacaccap | ketnoi
vanbandi | chidao | dientu songsong hoantoan giay | banhanh
hieuluc | md3 md4 | congbo baibo moi | cungcap
hoanthanh | rasoat | kiennghi kiennghixuly xuly kehoach nhiemvu tyle | dara
hoanthanh | chuyendoi daotao | kehoach nhiemvu tyle chitieu | thucte
hoanthanh | tra tiepnhan khaosat bonhiem kyluat tuyendung | nhiemvu kehoach tyle rasoat | roi
baibo | phongban dvsn tochuchc | tthc vbqppl vanban hoso | catgiam
hoso tthc hoanthanh | hailong | khaosat phieu | hailong
phanmem ungdungso | chuyentrach | theodoi ubtinh hethongbc | cntt
catgiam | thanhphanhs | dongianhoa | thanhphanhs
apdung taicoquan | lanhdao capphong | tthc hoso | thuocso
catgiam | congchuc vienchuc bienche nguoilamviec huongluong | phongban tochuchc tthc hoso | tinhgian
"""

# Said by anybody about anything: neither for nor against a row.
SILENT = """
số lượng sl của cho tại ở trong các những và với là bị có đã được đang do nếu như để mà thì cũng còn nữa luôn thôi chỉ
vừa lại ra vào vô lên xuống qua từ đến tới về theo trên dưới sau trước khi hiện nay nào ai gì sao đâu đấy đó đây này kia
ấy rồi chưa không ko k hông hok khong kg ạ à á ơi ơ ừ ờ dạ vâng nhé nha nghen hen hén hả hử vậy thế nhỉ chứ đi cùng giùm
dùm giúp hộ xin vui anh chị em mình tôi tui bạn cô chú bác ông bà cháu con ad admin bot bên phía nơi chỗ mỗi từng mọi
hết tất cả thảy toàn khối mấy bao nhiêu biết xem coi hỏi cần muốn lấy gửi báo cáo bc liệu thông tin dữ mục phần chương
nhóm khoản điều kỳ thời điểm tính lũy kế luỹ quý năm tháng ngày tuần hôm q sở ngành ban cơ quan đơn vị đv cq cái người
ng dân cá nhân tổ chức doanh nghiệp thực th quy định qđ hành chính lẩu phải việc rằng bởi vì nên nhưng hoặc hay kể đạt
khác rất nhiều ít lắm quá hơn kém nhất cao thấp lớn nhỏ tăng giảm đầu cuối giữa trả lời nói kết quả kq tình hình tỉnh
công tác trí cập nhật nhập ghi điền sửa bổ sung thêm đúng vụ mới thẩm quyền đối thức dạng loại giờ bây thành sẽ vẫn đều
chung riêng làm cứ xong lúc hồi thấy nghe nhờ mời chào cảm ơn đc dc đk bnhiêu bnh nhiu lâu dịp đợt kì nhá ha hà nè ta
tao tớ họ nó sử dụng triển khai cấp tổng cộng quản lý xếp hạng so sánh top diễn biến động xu hướng thay đổi nghĩa khái
niệm giải thích hiểu lịch danh sách liệt kê vẽ biểu đồ thị chừng khoảng ước tầm gần cỡ lần lượt thống dài tên rõ
trường hợp bộ máy nhà nước vận
nghiêm túc tốt vi phạm gọi điện nhắn alo zô dzậy dậy thui hen nghe coi bộ lẹ gấp dùm cái dzụ
xài dùng đưa mang con bữa chuyện thường chuyên đoàn vị lần đợt hết trơn trọn thiệt chính xác sang lẫn luôn miết quài
đếm bảng thân tách nằm giữ dòng mã ô liền chạy chiếm trình
hoài đặng nhứt bị khỏi bà chắc sơ sơ ổn suất mỗi từng nhau cậu tía mấy tụi
chốt chẳng chả răng rứa hem hè hỉ ni nớ mần chừng hổng hôn nhể nhỉ hén dạo
hí mô ri đọc bây tê chộ ngó thiệt thì hoài cả tất
đếm gộp kiểu bảng giữ nguyên check quên gồm nhanh thật nhớ dòng chiếm riêng hết liền tick tích ổn
"""

# Said of nearly anything, and yet at times the only word that tells "đã đào tạo" from "phải đào tạo", a total from a part.
HINTS = """
roi tong phai cuaso
"""

# Said of one's own house: nobody must say it for the row to be meant; who does means no row of the units below.
UNMARKED = """
cuaso
"""

# Said to be polite to the form, not to tell rows apart: they count, but little.
FAINT = """
nguoi nam vanban tyle thucte thuocso
"""

# Said of whatever is counted as it stands at the end of a period: "đơn vị sự nghiệp hiện có".
STANDING = "comat"

# Made of our words and yet about other matters: they were said, and no row is meant by them.
OTHER_MATTERS = """
thu ngân sách | chi ngân sách | trả lương | tiền lương | nộp thuế | nộp phạt | tin nhắn | phòng họp | mức lương | giấy mời
giáo viên | nghỉ việc | sửa đổi | sửa đổi bổ sung | tự chấm điểm | chấm điểm thi đua | điểm thi đua | xếp loại thi đua
chi phí | kinh phí cchc | kinh phí cải cách hành chính | tiền phí | phí bảo vệ | học phí | viện phí | án phí | thu phí
dự án | công trình | gói thầu | đấu thầu | giải ngân | vốn đầu tư
tiền điện | tiền nước | thanh toán lương | công tác phí | thanh toán công tác phí | thanh toán tiền điện
khiếu nại tố cáo | khiếu nại | tố cáo | đơn thư | tiếp công dân | tiếp dân
par index | chỉ số par | chỉ số cải cách hành chính | papi | pci | chỉ số papi | chỉ số pci | dti | ict index
cấp sổ đỏ | làm sổ đỏ | mấy sổ đỏ | bao nhiêu sổ đỏ
sổ hồng | bằng lái | giấy phép lái xe | khai sinh | căn cước | hộ khẩu | hộ chiếu | kết hôn | có nhà không | ở nhà
đi vắng | ngoài công lập | miễn nhiệm | bổ nhiệm lại | từ chức | đảng viên | giấy khen | bằng khen | kiêm nhiệm
xin nghỉ việc | thôi việc | cảnh cáo | lệ phí thu được | thất lạc | bị hỏng | thi rớt | rớt kỳ thi | thi trượt | bị từ chối
rút hồ sơ | rút lại hồ sơ | nộp đơn
thất nghiệp | họp giao ban | giao ban | họp tổ | họp khẩn | đơn khiếu nại | đơn tố cáo | đơn khiếu nại tố cáo
họp trực tuyến | cuộc họp trực tuyến | họp không giấy | phòng họp không giấy | cuộc họp | lịch họp
số máy tính | bộ máy tính | máy in | máy chủ | máy scan | máy móc | trang thiết bị
không hài lòng | chưa hài lòng | bất mãn
giao lưu | bàn giao ca | đi công tác | tài khoản ngân hàng | số tài khoản | ngân hàng | khách du lịch | trợ cấp | bảo hiểm
"""

# Made of our words and yet saying nothing of a row.
ASIDES = """
hiện tại | đến nay | tính tới nay
nội bộ | mẫu cũ | biểu cũ | tính gộp | trả lời liền | trả lời ngay | trả lời gọn | trả lời nhanh | trả lời một tiếng
trả lời giùm | trả lời giúp | trả lời coi | ghi nhận | nghĩ ra | nghĩ ra được | nhớ mang máng | mang máng | đánh dấu
pháp chế
theo phần mềm theo dõi | mở phần mềm | mở phần mềm thấy | theo phần mềm | coi phần mềm thấy | hội ý | ban biên tập
thành tích | chưa kịp | chia ra
chưa kham nổi đầu tư | chưa gánh nổi đầu tư | kẹt tiền đầu tư | chỉ kẹt tiền đầu tư | còn kẹt đầu tư | thiếu tiền đầu tư
chưa với tới đầu tư | chưa đủ sức đầu tư | không kèm đầu tư | không gồm đầu tư | chưa kèm đầu tư | đầu tư thì chưa
đầu tư thì không | riêng đầu tư thì chưa | chưa kham nổi chi đầu tư | chưa gánh nổi chi đầu tư | không kèm chi đầu tư
riêng phần đó không kèm đầu tư | chỉ kẹt đầu tư | còn đầu tư thì chưa | còn đầu tư thì không
chưa tới đầu tư | chưa có đầu tư | không có đầu tư | chưa lo đầu tư | không lo đầu tư | chưa gồm đầu tư | chưa tới chi đầu tư
chưa có chi đầu tư | chưa lo chi đầu tư | không lo chi đầu tư | chưa tự lo đầu tư | chưa lo được đầu tư
chưa lo nổi đầu tư | chưa tới phần đầu tư | chưa lo phần đầu tư | chưa lo được phần đầu tư | không đụng tới đầu tư
không cần ngân sách | không cần nhà nước | khỏi cần ngân sách | không xin ngân sách | không nhờ ngân sách | không nhờ nhà nước
cơ quan sở | đang làm theo | đang thực hiện theo | đang chạy theo
tra cứu | tra giúp | giảm hay tăng | tăng hay giảm | tăng giảm | thi thế nào | vụ việc này | lo giúp | xong chưa | nộp chưa
trả lời gọn | trả lời liền | trả lời nhanh | trả lời thẳng | trả lời giúp | trả lời giùm | trả lời ngay | trả lời em
trả lời anh | trả lời chị | trả lời tôi | trả lời mình | gom lại | gộp lại | gom hết lại | cộng lại | cộng hết lại
xử lý giúp | tổ chức cán bộ | theo dõi giúp | theo dõi xem | theo qđ | theo quyết định | theo quy định
tại sở ngành | tại các sở ngành | ở sở ngành | hỏi chút | hỏi thăm | hỏi xíu | hỏi tí | hỏi thăm chút
nói thật | thật sự | thiệt sự | thật ra
gom lại có | gom lại là | tính gom lại | đã ra quyết định | ra quyết định | đã có quyết định | đánh dấu có
trả lời là | trả lời có | trả lời không | trả lời có hay chưa
bình thường | thông thường | lãnh đạo hỏi | sếp hỏi | để báo sếp | báo sếp | báo lãnh đạo | sếp cần | lãnh đạo cần
mọi hình thức | tất cả hình thức | mọi kênh | khác nhau | nhận chỗ mới | nhận việc mới | đã có quyết định
đếm đầu người | sao ít dữ | ít dữ vậy | sao nhiều dữ | nhiều dữ vậy | muốn biết | muốn hỏi | muốn xem | muốn nắm | muốn coi
cần biết | cần nắm | cần xem | cần hỏi | chấm xong | tính chấm | tự chấm | tự chấm điểm
đọc anh nghe | đọc nghe | đọc em nghe | đọc chị nghe | đọc tôi nghe | đọc cho anh nghe | nói một tiếng | nói tiếng
đọc tên | đọc tên được không | tra lại | tra lại giúp | tra giúp anh | tra giúp em | trả lời báo | trả lời báo chí
trả lời phóng viên | hỏi hoài | hỏi miết | có hay không | anh nhớ | theo anh nhớ | nhớ mang máng | hình như | quên mất
nể nang | đánh lại | chưa có chi | có chi | chi đâu | đâu nghe | mẫu có hỏi | trong mẫu | trong biểu | ô hỏi | có ô hỏi
như ri | như rứa | như rứa hỉ | bây hỉ | rồi bây | tới làm việc | đã tới làm việc | làm việc với | theo chiều
có lập | đã lập | phòng chống tham nhũng | danh mục | theo danh mục | theo đường | câu hỏi | cơ quan mình | trả lời gấp
"""
