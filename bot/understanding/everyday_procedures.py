"""Everyday wordings of administrative procedures and of staff (sections III and V), as data.

Written and read as `concepts`, which go first, and `everyday_words`.
"""

from __future__ import annotations

PROCEDURES = """
tructhuoc: nằm ở các đơn vị trực thuộc | bên các đơn vị trực thuộc | các đơn vị cấp dưới | mấy đơn vị trực thuộc
tructhuoc: bên trực thuộc
rutngan: giảm được thời gian | giảm được thời hạn | giảm được ngày | giảm được số ngày | bớt được ngày | bớt được thời gian
rutngan: rút được thời gian | rút ngắn được thời gian | rút ngắn được thời hạn | rút ngắn ngày giải quyết | cắt được thời gian
rutngan: nhanh hơn thời hạn | nhanh hơn thời hạn quy định | làm nhanh hơn thời hạn | làm nhanh hơn thời hạn quy định
rutngan: sớm hơn thời hạn | sớm hơn thời hạn quy định | rút xuống ngắn hơn | ngắn hơn quy định | nhanh hơn luật định
rutngan: sớm hơn luật định | sớm hơn luật | nhanh hơn luật | bớt ngày giải quyết | cắt ngày giải quyết | cắt bớt ngày
rutngan: rút bớt ngày | rút gọn thời gian
thanhphanhs: bỏ bớt giấy tờ trong bộ hồ sơ | bớt giấy tờ trong hồ sơ | bỏ giấy tờ trong hồ sơ | bớt được giấy
thanhphanhs: bỏ được giấy tờ
thanhphanhs: bớt loại giấy tờ | giảm số giấy tờ | giảm thành phần của hồ sơ | giảm được thành phần hồ sơ
thanhphanhs: bỏ được thành phần hồ sơ
thanhphanhs: khỏi phải nộp nhiều giấy tờ | giấy tờ phải nộp ít đi | giấy tờ ít đi | nộp ít giấy tờ | nộp ít giấy tờ hơn
thanhphanhs: đỡ phải nộp giấy tờ
thanhphanhs: khỏi nộp nhiều giấy tờ | khỏi phải nộp giấy tờ | bớt phải nộp giấy tờ | đỡ nộp giấy tờ | bớt loại giấy
thanhphanhs: ít giấy tờ đi | hồ sơ gọn hơn | gọn hồ sơ
thanhphanhs: giảm giấy tờ phải nộp | bớt giấy tờ phải nộp | cắt giấy tờ phải nộp | bỏ giấy tờ phải nộp
thanhphanhs: không phải nộp nhiều giấy tờ
congbo+moi: lần đầu được đưa ra | lần đầu đưa ra | mới ra đời | mới được ban hành | vừa ban hành | vừa được công bố
congbo+moi: mới có thêm | ra đời mới | mới ra
baibo: bị thay | bị thay thế | bị thay bằng cái khác | bị bỏ hay bị thay | bị bỏ hoặc bị thay | bị bỏ hoặc thay
baibo: thay cái khác
baibo: bị bỏ hoặc bị thay bằng cái khác | bỏ đi hay thay cái khác | bỏ đi hoặc thay cái khác | bỏ hoặc thay bằng cái khác
baibo: bỏ luôn hoặc thay bằng cái khác | bỏ luôn hay thay cái khác | bỏ hay thay bằng cái khác | dẹp luôn
tthc+hieuluc: thủ tục đang chạy | thủ tục đang dùng | thủ tục đang xài | thủ tục đang làm | tthc đang chạy | tthc đang dùng
hieuluc: đang còn hiệu lực | đang còn áp dụng
apdung+taicoquan: ở chính cơ quan | tại chính cơ quan | thực hiện ở chính cơ quan | ngay cơ quan | ngay ở sở
apdung+taicoquan: áp dụng ở cơ quan
apdung+taicoquan: ở chính sở | riêng ở sở | làm ngay tại sở | thực hiện ngay tại sở
apdung+taicoquan: làm tại văn phòng sở | làm ngay tại văn phòng sở | sở trực tiếp làm | sở trực tiếp giải quyết | sở tự làm
apdung+taicoquan: sở tự giải quyết
niemyet: niêm yết địa chỉ | niêm yết số điện thoại | công khai niêm yết | công khai niêm yết địa chỉ | dán chỗ
niemyet: treo bảng địa chỉ
niemyet: dán số điện thoại địa chỉ | dán địa chỉ số điện thoại | niêm yết số điện thoại địa chỉ
niemyet: niêm yết địa chỉ số điện thoại
giuacaccap: qua xã huyện | qua huyện xã | xã huyện tỉnh | huyện rồi lên tỉnh | xã huyện rồi lên tỉnh
giuacaccap: qua xã huyện rồi lên tỉnh
giuacaccap: từ xã huyện lên sở
giuacaccap: từ xã huyện lên tỉnh | từ xã lên huyện | từ huyện lên sở | qua nhiều cấp | qua mấy cấp | trên tỉnh dưới huyện
giuacaccap: tỉnh huyện với xã
dientuhoa: hệ thống điện tử | lên hệ thống điện tử | vào hệ thống điện tử | chuyển sang điện tử | chạy điện tử | làm trên máy
tuchu+p100: tự lo trọn tiền bạc | tự lo hết tiền bạc | tự lo hết tiền | tự nuôi hoàn toàn | tự nuôi sống hết | tự lo hoàn toàn
nsnn+dambao: sống bằng ngân sách | sống hoàn toàn bằng ngân sách | sống hoàn toàn nhờ ngân sách | hoàn toàn bằng ngân sách
nsnn+dambao: ăn ngân sách | ngân sách nuôi hoàn toàn | nhà nước nuôi hoàn toàn | nhà nước bao | nhà nước bao hoàn toàn
nsnn+dambao: ngân sách gánh
nsnn+dambao: ngân sách nhà nước bảo đảm kinh phí | nhà nước bảo đảm kinh phí | ngân sách bảo đảm kinh phí
lanhdao+capphong+thuocso: trưởng phó phòng của sở | trưởng phòng phó phòng của sở | lãnh đạo phòng của sở | sếp phòng của sở
lanhdao+capphong+thuocso: trưởng phó phòng ở sở | trưởng phòng phó phòng ở sở | lãnh đạo phòng ở sở | sếp phòng ở sở
lanhdao+capphong+thuocso: trưởng phó phòng trong sở
lanhdao+capphong+thuocso: trưởng phòng phó phòng trong sở | lãnh đạo phòng trong sở | sếp phòng trong sở
lanhdao+capphong+thuocso: lãnh đạo cấp phòng của sở | lãnh đạo cấp phòng ở sở
lanhdao+capphong+thuocso: trưởng phó phòng thuộc sở | trưởng phòng của sở | phó phòng của sở | trưởng phó các phòng của sở
lanhdao+capphong+thuocso: lãnh đạo các phòng của sở
khonglanhdao: không phải quản lý | không phải lãnh đạo quản lý | không làm quản lý | không có chức quyền | không chức tước
khonglanhdao: lính
dacbiet: không qua thi hay xét | không qua thi xét | không qua thi hoặc xét | không qua thi tuyển hay xét tuyển
dacbiet: không thi không xét | không qua thi
bonhiem: lên chức mới | trao quyết định bổ nhiệm | quyết định bổ nhiệm | có quyết định bổ nhiệm | bổ nhiệm thêm | đưa lên làm
bonhiem: mới lên chức | đưa lên chức | mới đưa lên chức | đưa lên làm lãnh đạo | mới lên lãnh đạo | được lên chức
daotao: cho đi bồi dưỡng | gửi đi học | cử đi | đi học tập huấn | đi học bồi dưỡng | đi tập huấn bồi dưỡng | học lớp bồi dưỡng
thucte+daotao: thực học | học thực tế | thực tế học | thực tế đi học | thực tế đã học | đi học thực tế
chuyendoi: đổi vị trí định kỳ | đổi chỗ làm việc | đổi vị trí cho nhau | xoay vị trí | xoay vòng vị trí | đảo vị trí
chuyendoi: chuyển vị trí làm việc
chuyendoi: chuyển đổi vị trí công tác cho phòng chống tham nhũng | chuyển đổi vị trí công tác phòng chống tham nhũng
chitieu+chuyendoi: phải đổi chỗ | phải đổi chỗ làm | tới lượt đổi | đến lượt đổi | tới lượt chuyển đổi | đến kỳ chuyển đổi
chitieu+chuyendoi: buộc phải chuyển đổi
chitieu+chuyendoi: phải đổi vị trí định kỳ | phải đổi vị trí công tác | phải chuyển đổi vị trí công tác
chitieu+chuyendoi: chỉ tiêu chuyển đổi vị trí | chỉ tiêu chuyển đổi vị trí công tác | chỉ tiêu luân chuyển
chitieu+chuyendoi: chỉ tiêu đổi vị trí
chitieu+chuyendoi: chỉ tiêu đổi chỗ
thucte+chuyendoi: kết quả chuyển đổi vị trí | kết quả chuyển đổi vị trí công tác | kết quả luân chuyển | kết quả đổi vị trí
thucte+chuyendoi: kết quả đổi chỗ
thucte+chuyendoi: kết quả đổi vị trí công tác | đã đổi chỗ | đã đổi được | thực tế đã đổi được | thực tế đổi được
thucte+chuyendoi: đã đổi vị trí | đã luân chuyển
thucte+chuyendoi: đổi chỗ xong | đổi xong vị trí | luân chuyển xong | đã luân chuyển xong | đổi vị trí xong
thucte+chuyendoi: đã chuyển đổi xong
chitieu+chuyendoi: phải chuyển theo quy định
kyluat: xử lý kỉ luật | kỉ luật | bị kỉ luật | mắc kỷ luật | chịu kỷ luật | buộc thôi việc | bị khiển trách cảnh cáo
kyluat: khiển trách cảnh cáo
rasoat: đi rà soát | đi rà | ngồi rà
rasoat+tthc: rà thủ tục | rà tthc | để rà thủ tục | để rà tthc
lienthong+cungcap: chạy qua lại giữa các sở | chạy qua chạy lại giữa các sở | qua lại giữa các sở | giữa mấy sở
lienthong+cungcap: các sở cùng làm | mấy sở cùng làm | nhiều sở cùng làm | các sở cùng giải quyết | nhiều sở cùng giải quyết
lienthong+cungcap: mấy sở ngang cấp cùng làm
cungcap: giữa các sở với nhau | giữa mấy sở với nhau | giữa các sở ngành với nhau | ngang nhau
lienthong+cungcap: giữa các sở ngang nhau
lienthong: làm chung | chạy qua lại | phối hợp
tra: làm xong trả cho dân | làm xong trả | giải quyết xong trả | xong trả cho dân | xong rồi trả | xử lý xong trả
tra: đã xong trả dân
thituyen: thi hoặc xét | thi hay xét | thi với xét | thi và xét | qua thi xét | qua thi hoặc xét | qua thi hay xét
thituyen: qua thi với xét
thituyen: thi hoặc xét tuyển | thi hay xét tuyển | thi tuyển hay xét tuyển | thi tuyển hoặc xét tuyển
thituyen: thi tuyển với xét tuyển
thituyen: thi xét | xét hoặc thi
thituyen: xét với thi | xét hay thi | đường thi tuyển | qua thi và xét | qua xét tuyển | xét đậu | thi hoặc xét đậu
thituyen: có tổ chức thi | tổ chức thi để | thi để bổ nhiệm | cho thi để bổ nhiệm | thi tuyển để chọn | thi để lên
thucte: thật sự | thực sự | thực chất | thực tế đã | làm thật | trên thực tế | thiệt sự | học thật
thanhtoantt: t.toán trực tuyến | t.toán tt | t.toán online | t.toán
tong+tthc: toàn bộ thủ tục | toàn bộ tthc | toàn bộ số thủ tục
tong+hoso: toàn bộ hồ sơ | toàn bộ số hồ sơ
tthc+motcuadt: trang 1 cửa | trang 1 cửa điện tử | trang mc điện tử
niemyet: công khai chỗ | công khai nơi | dán bảng địa chỉ | dán bảng công khai | treo địa chỉ
giuacaccap: từ cấp xã cấp huyện | cấp xã cấp huyện | với huyện với xã | với huyện xã | với xã với huyện
quytrinhnb: quy trình giải quyết thủ tục | quy trình giải quyết tthc | quy trình giải quyết hồ sơ | quy trình xử lý hồ sơ
rasoat: ngồi rà soát | ngồi soát | đem rà lại
dongianhoa: làm cho gọn | làm cho gọn lại | làm cho gọn đi | gọn bớt | bớt rườm rà cho dân
apdung+taicoquan: riêng cơ quan mình áp dụng | cơ quan mình áp dụng | cơ quan mình thực hiện
apdung+taicoquan: cơ quan mình làm | sở mình áp dụng
tthc+congbo+moi: thủ tục ra mới | thủ tục hành chính ra mới | tthc ra mới
baibo: thay thế bằng thủ tục khác | thay bằng thủ tục khác | được thay thế bằng thủ tục khác | thay bằng thủ tục mới
apdung+taicoquan: cơ quan mình trực tiếp giải quyết | cơ quan trực tiếp giải quyết | mình trực tiếp giải quyết
niemyet: để địa chỉ | để số điện thoại | treo địa chỉ
giuacaccap: từ xã chuyển lên huyện | xã chuyển lên huyện | từ xã chuyển lên | lên huyện lên tỉnh | huyện lên tỉnh
tiepnhan: dân tới nộp | dân đến nộp | dân đem nộp | bà con tới nộp | vô quầy | vào quầy
tra: trả kết quả xong | trả xong kết quả
dongianhoa: bớt phức tạp rườm rà | bớt phức tạp | đỡ rườm rà | đỡ phức tạp | bớt rườm rà phức tạp
rutngan: rút được ngày | rút được ngày chờ | rút được thời hạn | rút được số ngày | giảm được ngày chờ
dongianhoa+khac: đơn giản hóa còn lại | kiểu đơn giản hóa còn lại | đơn giản hóa cách khác | đơn giản hóa kiểu khác
kehoach: dự định | dự tính
chitieu+chuyendoi: tới hạn luân chuyển | đến hạn luân chuyển | tới hạn đổi vị trí | đến hạn đổi vị trí | đến kỳ luân chuyển
chitieu+chuyendoi: tới lượt luân chuyển | đến lượt luân chuyển | tới kỳ luân chuyển | đến hạn chuyển đổi vị trí
lanhdao+capso: sếp lớn của sở | sếp lớn
rasoat: soi lại | đem ra soi | đem soi lại | đem ra soi lại | đem ra soát | đem ra soát lại | ngó lại | lật lại
rasoat: coi đi coi lại
rasoat: đưa ra rà | đưa ra rà soát | đã đưa ra rà soát | đưa ra soát lại | đưa vào rà soát | đưa vô rà soát | đem ra xem lại
xuly+daxong: giải quyết êm | giải quyết êm rồi | giải quyết êm xuôi | giải quyết ổn | xử lý êm | xử êm | êm xuôi | êm rồi
xuly+daxong: trả lời êm | sửa cho xong | đã sửa cho xong | xử cho xong | giải quyết cho xong | khắc phục cho xong
pakn: dân phàn nàn | bà con phàn nàn | dân than phiền | bà con than phiền | dân thắc mắc | bà con thắc mắc
pakn+kiennghi: kiến nghị bà con | kiến nghị của bà con | kiến nghị từ dân | kiến nghị của công dân | kiến nghị người dân
niemyet: treo lên | treo trước cửa | dán lên | dán trước cửa | gắn bảng | dán ở bộ phận một cửa | treo ở bộ phận một cửa
niemyet: bảng niêm yết | có treo | có dán | dán công khai địa chỉ
dongianhoa+rutngan: rút thời hạn
rutngan: rút thời hạn | rút thời hạn giải quyết | rút ngắn thời hạn giải quyết | rút ngày xử lý | rút ngắn ngày xử lý
rutngan: giảm ngày giải quyết | giảm số ngày giải quyết | giảm thời hạn giải quyết | rút gọn thời hạn | bớt thời hạn
soquydinh: so với luật | so với luật định | so luật
apdung+taicoquan: ở nhà mình | tại nhà mình | trong nhà mình | ở sở mình thôi | nội trong sở | trong nội bộ sở
thanhphanhs: đỡ phải nộp thêm giấy | đỡ nộp thêm giấy | đỡ nộp giấy | đỡ phải nộp giấy | khỏi nộp thêm giấy | bớt nộp giấy
thanhphanhs: bớt được giấy tờ trong bộ hồ sơ | bớt giấy tờ trong bộ hồ sơ | giảm giấy tờ trong bộ hồ sơ
thanhphanhs: cắt giấy tờ trong hồ sơ | giảm giấy tờ trong hồ sơ | khỏi nộp giấy | giảm giấy phải nộp | bớt giấy phải nộp
apdung+taicoquan: riêng cơ quan sở đang làm | riêng sở đang làm | riêng cơ quan đang làm | riêng cơ quan sở | cơ quan đang làm
niemyet: dán thông tin | có dán thông tin | bảng dán | dán tờ thông báo | dán giấy | treo thông tin | gắn thông tin
tthc+baibo: thủ tục cũ đã bỏ | thủ tục đã bỏ | tthc đã bỏ | thủ tục bị bỏ | thủ tục cũ bị bỏ | thủ tục bị khai tử
tthc+baibo: thủ tục cũ đã bỏ đi
baibo: bị khai tử | bỏ hẳn | cho về vườn | dẹp hẳn
tra: nhận lại kết quả | nhận lại kq | lãnh kết quả | lấy lại kết quả | đến lấy kết quả | tới lấy kết quả | được nhận kết quả
tra: đến nhận kết quả | tới nhận kết quả | lên lấy kết quả
rutngan: rút xuống | thời gian giải quyết được rút xuống | thời gian giải quyết rút xuống | thời gian được rút ngắn
rutngan: thời gian giải quyết được rút ngắn | thời gian giải quyết được giảm | thời gian giải quyết được cắt giảm
rutngan: thời gian được giảm | làm lẹ hơn | giải quyết lẹ hơn | lẹ hơn | làm lẹ hơn quy định | lẹ hơn quy định
rutngan: nhanh hơn trước | sớm hơn trước | nhanh hơn hạn | sớm hơn hạn
lienthong+cungcap: phải qua sở khác | qua sở khác | phải qua các sở khác | phải nhờ sở khác | chuyển qua sở khác
lienthong+cungcap: chạy qua sở khác | phối hợp sở khác | phối hợp với sở khác | phối hợp các sở khác | cần sở khác phối hợp
lienthong+giuacaccap: xã nhận rồi chuyển lên tỉnh | xã nhận rồi chuyển lên huyện | xã nhận chuyển lên tỉnh
lienthong+giuacaccap: nhận ở xã chuyển lên
lienthong+giuacaccap: nhận ở xã rồi chuyển lên | nộp ở xã chuyển lên tỉnh | nộp ở xã rồi chuyển lên tỉnh | nộp ở xã trả ở tỉnh
giuacaccap: từ xã qua huyện lên tỉnh | qua huyện lên tỉnh | xã qua huyện lên tỉnh
thanhphanhs: khỏi phải nộp bản sao | khỏi nộp bản sao | bỏ bản sao | không phải nộp bản sao | bớt bản sao | đỡ nộp bản sao
thanhphanhs: khỏi chứng thực | bỏ chứng thực | khỏi nộp bản chứng thực
dunghan: giữ lời hẹn | giữ đúng lời hẹn | giữ hẹn | không thất hẹn | không lỡ hẹn | đúng lời hẹn
quahan: thất hẹn | lỡ hẹn | sai lời hẹn
niemyet: bảng ghi chỗ | bảng ghi nơi | bảng ghi địa chỉ | bảng chỉ chỗ | bảng thông báo chỗ | bảng thông báo nơi
apdung+taicoquan: sở làm trực tiếp | cơ quan làm trực tiếp | sở trực tiếp thực hiện | sở đứng ra làm | phần sở làm
rasoat: soi rồi | soi thủ tục | soi
chitieu+chuyendoi: chuyển đổi theo quy định | chuyển đổi vị trí theo quy định | chuyển đổi vị trí công tác theo quy định
chitieu+chuyendoi: luân chuyển theo quy định | đổi vị trí theo quy định | đổi vị trí công tác theo quy định
thucte+chuyendoi: đã chuyển đổi theo quy định | đã chuyển đổi vị trí theo quy định | đã luân chuyển theo quy định
thucte+chuyendoi: đã chuyển đổi vị trí công tác theo quy định | đã đổi vị trí theo quy định
rasoat: đem ra rà | đem rà
lienthong: làm một mạch | liền một mạch | một mạch
kehoach: định cử | định cho | định đưa | dự kiến cử | dự kiến cho | tính cử | tính cho
thanhphanhs: bớt phải chạy giấy tờ | đỡ chạy giấy tờ | bớt chạy giấy tờ | khỏi chạy giấy tờ | đỡ phải chạy giấy tờ
thanhphanhs: dân bớt phải chạy giấy tờ | dân bớt giấy tờ | dân đỡ giấy tờ | đỡ tốn giấy tờ
dongianhoa: nhẹ nhàng hơn | gọn nhẹ | gọn nhẹ hơn | đỡ khổ | bớt khổ | bớt phiền hà | đỡ phiền hà | đỡ phiền | đỡ hành dân
dongianhoa: gọt bớt | gọt | gọn gàng hơn | đỡ lằng nhằng | bớt lằng nhằng | đỡ nhiêu khê | bớt nhiêu khê
baibo: nào dẹp nào thay | nào bỏ nào thay | dẹp với thay | dẹp hay thay | dẹp hoặc thay | thay hay dẹp | thay hoặc bỏ
baibo: thay hay bỏ
tiepnhan+hoso: hồ sơ vào | hồ sơ vô
tra+hoso: hồ sơ ra
hoso: hồ sơ ra sao | hồ sơ ra làm sao | hồ sơ vào loại
hieuluc: còn sống | đang còn sống | đang sống | còn xài được
lienthong+cungcap: liên thông mấy sở với nhau | liên thông các sở với nhau | liên thông nhiều sở | liên thông mấy sở
dongianhoa: đề xuất đơn giản hóa | đề xuất đơn giản | phương án đơn giản hóa | phương án đơn giản
tra: có kết quả giao lại | kết quả giao lại | giao lại cho dân | giao lại cho người ta | giao lại cho bà con
"""
