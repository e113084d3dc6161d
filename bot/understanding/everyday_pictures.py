"""Everyday pictures as data: what people tell around a row instead of naming it, "ngồi nhà bấm máy gửi hồ sơ".

Written as `concepts` and read after all of them. A picture is told with many words for the same thing, so a phrase may hold
choices: "[bưu điện/bưu tá] [mang/đem] [hồ sơ/] tới" stands for each way to choose, an empty choice for none.
A line that is indented goes on with the one before. `STORIES` say nothing of a row ("khỏi phải chạy lên sở").
"""

from __future__ import annotations

# VI: units that live on their own, or on the budget
_MONEY = """
tuchu+p100: tự nuôi [hẳn/trọn/được hết/hết được/được trọn/được hoàn toàn/trọn vẹn/đủ] | tự nuôi [được hết/hẳn
    được/hẳn/hết/trọn] mình
tuchu+p100: tự [nuôi/lo/lo cho/nuôi sống] mình [trọn gói/trọn vẹn/hoàn toàn/hết/đủ/luôn/hẳn] | tự nuôi [mình/thân/sống
    mình] được hết
tuchu+p100: tự [làm/kiếm/thu] tự [ăn/xài/tiêu] [hết/hoàn toàn/trọn] | tự đứng [vững/hẳn/hoàn toàn] | tự lực hoàn toàn
tuchu+p100: tự [lo/nuôi/trang trải/bảo đảm/chủ] [được/] [toàn bộ/hết thảy/tất tần tật/từ a tới z/từ a đến z/100 phần
    trăm]
tuchu+p100: [không/khỏi/chẳng/chả] [xin/lấy/nhận/đụng] [thêm/] [của/] [ngân sách/nhà nước] [đồng nào/một đồng/xu nào/gì]
tuchu+p100: [không/khỏi] cần [xin/] [ngân sách/nhà nước] [đồng nào/một đồng nào/gì]
tuchu: tự nuôi [được/] [mình/nhau/thân mình/bản thân/sống mình/lấy mình] | tự nuôi được | tự [làm/kiếm] tự [ăn/xài/tiêu]
tuchu: tự [xoay/xoay xở/bươn chải] [được/] [kinh phí/tiền] | tự [xoay xở/bươn chải/kiếm ăn/kiếm sống] | tự kiếm tiền
    [nuôi/trả/lo] [mình/]
tuchu: [cai/dứt] [sữa/] ngân sách | không [ăn/bú/xài/hưởng] [bám/] ngân sách | [sống/nuôi] bằng tiền [mình/tự] [làm
    ra/kiếm ra/thu]
chithuongxuyen: [lo luôn/lo luôn cả/lo cả/gánh cả/gồng cả/] [tiền/khoản/phần/] [chi/chi tiêu/chi phí/hoạt động/ăn
    xài/sinh hoạt/tiêu/xài] [hằng ngày/hàng ngày/thường ngày/hằng tháng/hàng tháng]
chithuongxuyen: [tiền/] lương [với/và/lẫn/,/] điện nước | [tiền/] điện nước [với/và/lẫn/] lương [bổng/] | tiền hoạt động
    [thường xuyên/] | tiền thường xuyên
chithuongxuyen: [lo luôn/lo luôn cả/lo cả/gánh cả/gồng cả/] [tiền/chi/] hoạt động [hằng ngày/hàng ngày/thường
    ngày/thường xuyên]
chidautu: [tiền/khoản/phần/chi/] [xây sửa/xây cất/xây nhà/sửa nhà/xây nhà cửa] [mua sắm/sắm sửa/sửa chữa/đầu tư/] [lớn/]
chidautu: [tiền/khoản/phần/chi] [xây dựng/xây mới/sửa chữa] [mua sắm/sắm sửa/sửa chữa/đầu tư/cơ bản/] [lớn/]
chidautu: [tiền/khoản/phần/chi/] [xây cất/xây sửa/xây dựng/xây nhà/mua sắm/sửa chữa] [với/và/hay/lẫn/] [mua sắm/sắm
    sửa/sửa chữa/đầu tư] [lớn/]
chidautu: [tiền/khoản/phần/chi] mua sắm [lớn/thiết bị/máy móc/tài sản/trang thiết bị/xây dựng/] | mua sắm lớn |
    [tiền/khoản] [sắm/mua] [máy móc/máy/thiết bị]
chidautu: tiền [sắm sửa/xây] [lớn/] | [tiền/khoản/vốn] đầu tư [xây dựng/xây cất/mua sắm/lớn]
motphan: [thiếu/còn thiếu/hụt] [thì/bao nhiêu/] [ngân sách/nhà nước/tỉnh] [bù/cấp bù/cấp thêm/cho thêm]
motphan: [còn/vẫn/vẫn phải/còn phải] xin [thêm/] [ngân sách/nhà nước/tiền ngân sách/tiền nhà nước] [một phần/] | nửa nạc
    nửa mỡ
motphan: [tự lo/tự nuôi/lo] được [một nửa/phân nửa/nửa phần/một ít/chút ít/ít nhiều] | [còn lại/phần còn lại]
    [xin/nhờ/trông vào] [ngân sách/nhà nước]
motphan: [chưa/không] tự [lo/nuôi] [được/nổi/] [hết/trọn/đủ/trọn vẹn]
nsnn+dambao: [sống/sống trọn/sống hết/sống toàn/sống hoàn toàn/ăn trọn/ăn/hoạt động] [bằng/nhờ/dựa vào/nhờ vào]
    [tiền/nguồn/] [ngân sách/nhà nước/ngân sách nhà nước] [cấp/]
nsnn+dambao: [ngân sách/nhà nước] [nuôi/bao/lo/rót/cấp/gánh] [trọn/hết/trọn gói/toàn bộ/100 phần trăm/hoàn toàn/đủ/từ a
    tới z]
nsnn+dambao: [sống/ăn/] bám [vào/] ngân sách | [bú/uống/hưởng] [sữa/bầu sữa/trọn] ngân sách | bầu sữa ngân sách |
    [trông/trông chờ/dựa/nhờ] [hết/cả/hoàn toàn] vào [ngân sách/nhà nước]
nsnn+dambao: [không/chưa/chẳng] tự [lo/nuôi/làm ra] [được/nổi] [đồng nào/gì/gì cả/xu nào]
"""

# V: people change seats, are let go, are hired beside the posts, sit exams for a chair
_PEOPLE = """
chuyendoi: [việc/chuyện/vụ/] [đảo/đổi/xoay/hoán/hoán đổi/thay/thay đổi/luân phiên/luân chuyển/chuyển] [ghế/ghế ngồi/chỗ
    ngồi/chỗ làm/chỗ làm việc/vị trí làm/vị trí công việc] [cho nhau/định kỳ/]
chuyendoi: [đảo/xoay] [chỗ/vòng/tua/người/anh em/cán bộ] | [cứ/] [mấy/vài/ba/năm] năm [lại/] [phải/lại phải/là phải/là/]
    [xoay/đổi/đảo] [chỗ/ghế/vị trí] [làm/ngồi/một lần/]
thucte+chuyendoi: [đổi/đảo/xoay/hoán đổi/luân chuyển] được [mấy/bao nhiêu/nhiêu] [người/anh em/cán
    bộ/ông/đứa/suất/trường hợp/ca/lượt/vị]
thucte+chuyendoi: đã [đảo/xoay/đổi] [ghế/chỗ/chỗ ngồi/chỗ làm/được/xong] | [đảo/xoay/đổi] [ghế/chỗ/chỗ ngồi/chỗ làm]
    [xong/rồi/được/thiệt/thật]
chitieu+chuyendoi: [phải/cần/buộc phải/đến hạn/tới hạn/đến lượt/tới lượt/đến kỳ/tới kỳ/thuộc diện/nằm trong diện/trong
    diện/diện/diện phải] [đảo/đổi/xoay/hoán đổi/luân phiên] [ghế/ghế ngồi/chỗ/chỗ ngồi/chỗ làm/chỗ làm việc/vị trí]
tinhgian: [cho/] [về/nghỉ/về nghỉ] [theo/] [diện/nghị định/nđ/chế độ/] 108 | diện 108 | theo [diện/nghị định/nđ/chế độ]
    108
tinhgian: [cho/] về vườn [sớm/] | [cho/] [về hưu/nghỉ hưu/hưu/về nghỉ hưu] [sớm/non/trước tuổi/trước hạn] [theo 108/theo
    diện 108/theo nghị định 108/] | cho về [sớm/trước tuổi]
tinhgian: [cho/] [về/nghỉ] [sớm/trước tuổi] theo [108/diện 108/nghị định 108/chế độ] | nghỉ trước tuổi
tinhgian: [cho/] [giảm/bớt/cắt/xén] [biên/bớt biên/bớt đầu người/đầu người/bớt miệng ăn] [theo 108/]
roi: [được/giảm được/bớt được/cắt được] [mấy/bao nhiêu/nhiêu] suất rồi
hopdong: [mướn/thuê] [mấy/bao nhiêu/thêm/nhiêu] [người/anh em/nhân viên/lao động] [ngoài biên chế/không biên chế/hợp
    đồng/bên ngoài/]
hopdong: [mướn/thuê] [thêm/về/vô/vào] làm | [người/anh em/nhân viên] [mướn/thuê] [ngoài/thêm/hợp đồng] | lao động
    [mướn/thuê] [ngoài/]
hopdong: [không/chưa] [có biên chế/vô biên chế/ăn biên chế/trong biên chế] | ngoài [định biên/chỉ tiêu biên chế/số biên
    chế]
thituyen+bonhiem: [cho/tổ chức/có/] thi [cạnh tranh/chọn/tài/đấu] [để/] [lên/làm/chọn/ngồi/giành] [ghế/chức/] | [thi/thi
    tuyển] [giành/lấy/lên/tranh] [ghế/chức]
thituyen: [cho/tổ chức/có/] thi [cạnh tranh/tài] | cạnh tranh công khai
chuyentrach+cntt: [chuyên/] [lo/coi/coi sóc/trông/giữ/sửa/rành/chăm] [máy móc/máy tính/vi tính/mạng mẽo/mạng/mạng
    miếc/máy] [mạng mẽo/mạng/phần mềm/máy tính]
chuyentrach+cntt: [chuyên/] [lo/coi/trông/rành] [máy móc/mạng mẽo/mạng miếc/vi tính/công nghệ/chuyện máy móc/chuyện máy
    tính]
cntt: mạng mẽo | mạng miếc | mạng máy
daotao: [cho/cử/đưa/gửi] [anh em/cán bộ/người/ /công chức] đi [học/học hành/học lớp/tập huấn/bồi dưỡng/học thêm/học nâng
    cao]
thucte+chuyendoi: đổi ghế được
roi: rùi
khonglanhdao: [nhân viên/lính/lính tráng/công chức/anh em] [quèn/tép riu] | lính [lác/lót/trơn]
thituyen: [đậu/đỗ] qua [kỳ thi/thi]
congchuc+thituyen: công chức qua thi
vienchuc+thituyen: viên chức qua thi
kehoach: [đầu năm/hồi đầu năm/đầu năm nay] [tính cho/tính làm/định/dự tính/dự định/đặt ra/nhắm]
danhgianb: tự [soi/soi lại/soi mình/soi xét/rà lại mình/soi lại mình/đánh giá mình/đánh giá lại mình]
xemxetld: [lãnh đạo/sếp/ban giám đốc] [có/đã/] [họp/ngồi lại/họp bàn] [coi lại/xem lại/soi lại/xét/xem xét]
kyluat: [ăn/dính/lãnh/chịu] [án/trát/đòn/phốt] [kỷ luật/khiển trách/cảnh cáo] | [ăn/dính/lãnh/bị/nhận] [khiển trách/cảnh
    cáo/cách chức/hạ bậc lương/giáng chức]
lanhdao+capphong+thuocso: [trưởng phó phòng/trưởng phòng phó phòng/trưởng phòng/phó phòng/lãnh đạo phòng/sếp
    phòng/trưởng phó các phòng] [ngay tại/ngay trên/ngay ở/ngay trong/nội trong/trên/trong nội bộ/trong khối] [sở/]
apdung+taicoquan: [ngay/ngay ở/ngay tại/ngay trên/ngay trong/nội trong/nội bộ/trong nội bộ/riêng trên/riêng trong/chỉ
    ở/chỉ trên/chỉ tại/chỉ trong] sở [thôi/mình/mình thôi/]
"""

# III and VII: papers, the post, the web
_PAPERS = """
tiepnhan: [ôm/thâu] [vô/vào] [được/]
tiepnhan+bcci: [bưu điện/bưu tá] [họ/nó/người ta/] [mang/đem/chở/chuyển/đưa/gửi/giao] [tới/đến/lên/vô/vào/qua]
    [nộp/sở/mình/]
tiepnhan+bcci: [bưu điện/bưu tá] [họ/nó/người ta/] [mang/đem/chở/chuyển/đưa/gửi] [tới/đến/lên/] nộp
    [thay/giùm/hộ/giúp/thế/dùm] [dân/bà con/người dân/]
tiepnhan+bcci: [bưu điện/bưu tá] [họ/nó/] nộp [thay/giùm/hộ/giúp/thế/dùm] [dân/bà con/người dân/]
tiepnhan+bcci+hoso: [bưu điện/bưu tá] [họ/nó/] [mang/đem/chở/chuyển/đưa] [hồ sơ/giấy tờ] [tới/đến/lên/vô/vào/qua/]
    [nộp/sở/mình/]
tiepnhan+bcci+hoso: [bưu điện/bưu tá] [họ/] [tới/đến/xuống/ghé/] [nhà/tận nhà/tận nơi/nhà dân/tận nhà dân/]
    [lấy/gom/thu/nhận] [hồ sơ/giấy tờ]
tiepnhan+bcci+hoso: [gửi/nộp] [giấy tờ/giấy/hồ sơ] [qua/bằng/theo/qua đường/bằng đường] [bưu điện/bưu tá/bưu
    chính/chuyển phát] [tới/đến/lên/vô/]
tiepnhan+bcci: [gửi/nộp/chuyển] [qua/bằng/theo/qua đường/bằng đường] [bưu điện/bưu tá/bưu chính/chuyển phát]
    [tới/đến/lên/vô/vào/cho sở]
tiepnhan+bcci: [dân/bà con/người dân/người ta] [gửi] [qua/bằng/theo/qua đường/bằng đường] [bưu điện/bưu tá/bưu
    chính/chuyển phát]
tra+bcci: [bưu điện/bưu tá] [họ/nó/] [mang/đem/chở/chuyển/đưa/giao/phát/trả/gửi] [kết quả/giấy/] [tới/đến/về/ra/tận]
    [tận/] [nhà/tay/cửa/nơi] [dân/bà con/người dân/]
tra+bcci+hoso: [bưu điện/bưu tá] [họ/nó/] [mang/đem/chở/chuyển/đưa/giao/phát/trả/gửi] [giấy tờ/hồ sơ]
    [tới/đến/về/ra/tận] [tận/] [nhà/tay/cửa/nơi] [dân/bà con/người dân/]
tra+bcci+hoso: [bưu điện/bưu tá] [họ/nó/] [mang/đem/chở/chuyển/đưa/giao/phát/trả/gửi] [giấy tờ/hồ sơ] [tới/đến/về/tận/]
    [cho/tới/tận/] [nhà/tay/] [dân/bà con/người dân]
tra+bcci+hoso: [gửi/chuyển/trả] [giấy tờ/hồ sơ] [qua/bằng/theo] [bưu điện/bưu tá/bưu chính/chuyển phát] [tới/đến/lại/về]
    [cho/] [dân/bà con/người dân]
tra+bcci: [bưu điện/bưu tá] [họ/nó/] [mang/đem/chở/chuyển/đưa/giao/phát/trả/gửi] [kết quả/bằng/giấy phép]
    [cho/tới/về/đến/] [dân/bà con/người dân/] | [bưu điện/bưu tá] [phát/trả/giao] [cho/lại] [dân/bà con/người dân]
tra+bcci: [gửi/chuyển/trả] [kết quả/giấy/] [qua/bằng/theo/qua đường/bằng đường] [bưu điện/bưu tá/bưu chính/chuyển phát]
    [về/cho/tới nhà/đến nhà/về nhà/tới tay/đến tay/tận nhà/về tận nhà/tới tận nhà] [dân/bà con/người dân/]
tra+bcci+hoso: [gửi/chuyển/trả] [giấy tờ/hồ sơ] [qua/bằng/theo/qua đường/bằng đường] [bưu điện/bưu tá/bưu chính/chuyển
    phát] [về/cho/tới nhà/đến nhà/về nhà/tới tay/đến tay/tận nhà/về tận nhà/tới tận nhà] [dân/bà con/người dân/]
tra: [mang/đem/giao/phát/chuyển/đưa/gửi/chở] kết quả [tới/đến/về/ra] [tận/] [nhà/tay/nơi/cửa] [dân/bà con/người dân/]
tra: [khỏi/không phải/khỏi phải/đỡ/đỡ phải] [quay lại/lên/tới/ra/đến/trở lại] [sở/] [lấy/lãnh] [kết quả/giấy/]
tructuyen: [ngồi nhà/ngồi ở nhà/ở nhà/tại nhà/ngồi tại nhà/ngồi một chỗ] [bấm/bấm máy/bấm điện thoại/bấm chuột/mở máy/mở
    máy tính/lên mạng/vô mạng/vào mạng/dùng điện thoại/quẹt điện thoại] [gửi/nộp/làm/]
tructuyen: [bấm máy/bấm điện thoại/bấm chuột/bằng điện thoại/qua điện thoại/trên điện thoại/qua máy tính/bằng máy
    tính/lên mạng/vô mạng/vào mạng] [gửi/nộp/làm]
tructuyen: [gửi/làm/nộp] [qua mạng/trên mạng/lên mạng/bằng điện thoại/qua điện thoại/trên máy] | ngồi nhà [làm/nộp/gửi]
    | [tại/ở] nhà nộp
thanhtoantt: [ngồi nhà/ở nhà/ngồi ở nhà/tại nhà] [chuyển khoản/quét mã/quét qr/quét mã qr/quẹt thẻ] [đóng/nộp/trả/]
    [phí/lệ phí/tiền/phí lệ phí/tiền phí/]
thanhtoantt: [chuyển khoản/quét mã/quét qr/quét mã qr/quẹt thẻ] [đóng/nộp/trả/] [phí/lệ phí/phí lệ phí/tiền phí] |
    [chuyển khoản/quét mã/quét qr/quét mã qr/quẹt thẻ] [đóng/nộp/trả] tiền
thanhtoantt: [ngồi nhà/ở nhà/ngồi ở nhà/tại nhà] [đóng/nộp/trả] [phí/lệ phí/tiền/phí lệ phí/tiền phí]
thanhtoantt: đóng [qua mạng/trên mạng/online] | [đóng/trả] [qua app/bằng điện thoại/qua điện thoại/bằng thẻ/qua thẻ/qua
    ngân hàng/qua tài khoản/bằng chuyển khoản]
thanhtoantt: [đóng/trả/nộp] [phí/lệ phí/tiền/tiền phí/phí lệ phí] [qua mạng/trên mạng/online/qua app/bằng điện thoại/qua
    điện thoại/bằng thẻ/qua thẻ/qua ngân hàng/qua tài khoản/bằng chuyển khoản/bằng ví điện tử/qua ví điện tử/bằng
    momo/bằng mã qr/bằng qr]
thanhtoantt: [phí/lệ phí/phí lệ phí] [nộp/thu/đóng/trả] [qua mạng/trên mạng/online/trực tuyến/qua ngân hàng/bằng chuyển
    khoản]
thanhphanhs: [giấy tờ/giấy/thứ giấy/loại giấy tờ] [bắt/buộc/yêu cầu/đòi/phải/biểu] [dân/bà con/người dân/người ta/]
    [nộp/đưa/kẹp/phô tô] [kèm/theo/kèm theo/thêm/]
thanhphanhs: [giấy tờ/giấy/hồ sơ] [kèm/nộp kèm/kèm theo/đi kèm/phải kèm/kẹp theo] | [bớt/giảm/bỏ/bỏ bớt/cắt/cắt bớt/đỡ]
    [được/] [giấy tờ/thứ giấy tờ/mấy thứ giấy/mấy loại giấy/giấy] [bắt/buộc/yêu cầu/đòi] [dân/bà con/người dân/]
    [nộp/đưa] [kèm/theo/]
niemyet: [để/đặt/ghi/in/đưa] [bảng/tấm bảng/cái bảng/cái bảng ghi/bảng ghi/tấm bảng ghi/lên bảng/lên tường] [số điện
    thoại/số đt/địa chỉ/đường dây nóng/hòm thư/thùng thư/hộp thư] | [để/đặt] [cái/] [hòm thư/thùng thư/hộp thư]
niemyet: [dán/treo/gắn/niêm yết] [cái/bảng/tấm bảng/cái bảng/cái bảng ghi/bảng ghi/tấm bảng ghi/lên
    bảng/lên tường/] [số điện thoại/số đt/địa chỉ/đường dây nóng/hòm thư/thùng thư/hộp thư]
niemyet: [dán/treo/gắn] [cái/tấm/] bảng [ghi/thông báo/] [chỗ/nơi] | [dán/treo/gắn] [cái/tấm] bảng [ghi/] | [bảng
    ghi/biển ghi] [chỗ/nơi/địa chỉ/số điện thoại]
baibo: [bị/đã/cho/được/mới/vừa/đem] khai tử | khai tử [bớt/hết/luôn/được/mấy/bao nhiêu/rồi]
    | [bị/] cho [vô sọt rác/vào sọt rác/vô bảo tàng] | [bị/] vứt [bỏ/đi]
congbo+moi: [mới/] đẻ [ra/thêm] | mới mọc [ra/thêm]
giuacaccap: [một lèo/một mạch/một lượt] từ [xã/huyện] [lên/tới] [tỉnh/huyện] | [xã/huyện] [với/cùng/và] tỉnh [cùng/]
    [bắt tay làm/làm chung/cùng làm]
lienthong+cungcap: [mấy/các/hai/nhiều/hai ba] [sở/sở ngành] [cùng/] [bắt tay/chung tay/hùn nhau/xúm lại] [làm/giải
    quyết]
dientu+songsong: vừa gửi file vừa gửi [giấy/bản giấy/bản cứng/bản in] | gửi file [rồi/mà/xong] [vẫn/còn/cũng]
    [gửi/in/kèm] [thêm/] [giấy/bản giấy/bản cứng]
dientu+hoantoan: chỉ gửi file | gửi file [thôi/không] [khỏi/không] [in/kèm] [giấy/bản giấy]
niemyet+pakn: [hòm thư/thùng thư/hộp thư/thùng/số điện thoại/số máy/địa chỉ] [nhận/tiếp nhận/nghe/để/cho dân/để dân/]
    [góp ý/phàn nàn/phản ánh/kêu ca/than phiền] [của dân/của bà con/]
rasoat+dara+vbqppl: [soát/rà/rà soát/soát xét/coi/xem] lại [được/] [mấy/bao nhiêu/hết/xong/] [mớ/đống/] [văn bản/vb]
    [luật/pháp luật/quy phạm/quy phạm pháp luật] [cũ/] [của tỉnh/] rồi
kiennghixuly+kiennghi: [xong/rồi/xong rồi] [thì/thì có/thì mình/] [đề nghị/kiến nghị/đề xuất] [sửa/bỏ/sửa bỏ/sửa hoặc
    bỏ/sửa hay bỏ/xử lý/thay/bãi bỏ/hủy]
ungdungso: phần mềm [nội bộ/riêng/kế toán/nhân sự/quản lý/quản lý tài sản/quản lý cán bộ/hồ sơ cán bộ/tài sản/chấm
    công/lịch họp/thi đua/kho/dùng riêng/chuyên môn]
ungdungso: [misa/kế toán misa] [hồ sơ cán bộ/nhân sự/quản lý cán bộ/] [theo dõi tài sản/quản lý tài sản/tài sản/]
"""

# I: what people say of us, what was thought up
_STEERING = """
tyle+khenthuong: [bao nhiêu/mấy/nhiêu] [phần trăm/%] [được/] khen thưởng
tyle+hailong: [bao nhiêu/mấy/nhiêu] [phần trăm/%] [dân/người dân/bà con/người/người ta/ý kiến/phiếu/] [khen/khen
    ngợi/khen tốt/ưng/ưng bụng/ưng ý/vừa bụng/vừa lòng/vừa ý/bằng lòng/thích/chịu/chấm tốt]
hailong: [ưng/vừa/đẹp/mát] [cái/] [bụng/lòng] | [dân/bà con/người dân] [chịu/thích/vừa bụng/mát lòng/gật đầu/chấm điểm
    cao/chấm tốt/khen tốt/ưng lòng]
sangkien: chiêu [gì/nào/trò/mới/hay] [mới/mới mẻ/hay/hay ho/lạ/] | [trò/món/bài/kế/mẹo/cái] gì [mới/mới mẻ/hay
    ho/lạ/hay] | cách [gì/nào] [mới/mới mẻ/hay] | mẹo [mới/hay]
"""

EVERYDAY_PICTURES = _MONEY.lstrip() + _PEOPLE.lstrip() + _PAPERS.lstrip() + _STEERING.lstrip()

STORIES = """
[khỏi/khỏi phải/không phải/không cần/khỏi cần/đỡ/đỡ phải/chẳng phải] [chạy/đi/tới/lên/ra/đến/chạy ra/chạy lên/chạy
    tới/đi lên/ra tới/lên tới/lặn lội] [tới/lên/ra/] [sở/quầy/cơ quan/một cửa/tận nơi/chỗ một cửa/trụ sở]
[khỏi/khỏi phải/không phải/đỡ/đỡ phải] chạy [ra/lên/tới/đi/đi chạy lại/đi lại/]
[cho/để/] [khỏi/tránh/đỡ/ngừa/phòng/hết/chống] [tiêu cực/tham nhũng/nhũng nhiễu/tham ô/hư hỏng/móc ngoặc/lạm quyền/cửa
    quyền/ăn cánh]
[vị trí/chỗ/ghế/mấy vị trí/mấy chỗ] [dễ/hay/] [nhạy cảm/tiêu cực/tham nhũng/nhũng nhiễu/dính tiền/đụng tiền]
[cho/để/] [khỏi/tránh/đừng] [để/] [ai/người nào/ông nào/cán bộ/một người] [ngồi/giữ/ôm] [hoài/một/mãi/lâu] [ghế/chỗ/vị
    trí/một ghế/một chỗ] [lâu quá/quá lâu/hoài/mãi/lâu/]
[ngồi/ngồi lì/ở] [lâu/hoài/mãi] [một/] [chỗ/ghế] | dễ nhạy cảm
[chưa/không/chứ chưa] [tự/] [lo/kham/nuôi] [được/nổi/tới/] [tiền/phần/khoản/] [xây cất/xây sửa/xây dựng/mua sắm/xây
    nhà/đầu tư xây dựng] [lớn/]
[tiền/phần/khoản/còn tiền] [xây cất/xây sửa/xây dựng/mua sắm/xây nhà] [lớn/] [thì/vẫn/còn/thì vẫn/thì còn/phải/thì phải]
    [xin/nhờ/trông/chờ] [ngân sách/nhà nước/tỉnh]
[đều/] không xin [ngân sách/nhà nước/tỉnh] | [ngồi/đang ngồi] làm | hay mới [nói miệng/nói suông/hô hào/bàn/tính/nói
    thôi] | nói [miệng/suông] | y như cũ | như cũ
[dù/dầu/cho dù/bất kể] [đã/có/] [cho/được/] [đóng/trả/nộp] [qua mạng/trên mạng/online/trực tuyến] [hay/hay là/hoặc]
    [chưa/không]
[hay ho/mới mẻ/lạ lẫm] [mới mẻ/hay ho/]
[tăng giảm/giảm/tăng] biến động
trống trơn | [sở/sở mình/mình] nuôi [mấy/bao nhiêu] [cái/]
hay [y như/như/vẫn như] cũ | làm thiệt chưa | làm thật chưa | eng
"""
