"""Everyday wordings of steering, of law-making and of public finance (sections I, II and VI), as data.

Written and read as `concepts`, which go first, and `everyday_words`, which follow them.
"""

from __future__ import annotations

EVERYDAY_GOVERNANCE = """
caicach+theche: cải cách thể chế
caicach+tthc: cải cách thủ tục hành chính | cải cách tthc | cải cách thủ tục | cải cách thủ tục hành chánh
caicach+bomay: cải cách tổ chức bộ máy | cải cách bộ máy | cải cách tổ chức bộ máy hành chính nhà nước | cải cách tổ chức
caicach+congvu: cải cách chế độ công vụ | cải cách công vụ
caicach+taichinhcong: cải cách tài chính công | cải cách tài chính
kehoach+dera: đưa vô kế hoạch | đưa vào kế hoạch | phải làm trong kế hoạch | phải làm theo kế hoạch
chidao: đốc thúc | thúc đẩy | chỉ đạo đốc thúc | chỉ đạo hướng dẫn
tructhuoc: dưới trướng | đơn vị dưới trướng | đơn vị ở dưới | đơn vị ở bên dưới | mấy đơn vị bên dưới | mấy đơn vị ở dưới
tructhuoc: bên dưới mấy đơn vị | bên dưới có mấy đơn vị | bên dưới bao nhiêu đơn vị | mấy đơn vị dưới | mấy đứa bên dưới
vande: chỗ làm sai | chỗ chưa ổn | chỗ chưa đạt | điểm chưa đạt | việc chưa đúng | việc làm sai | điểm yếu
vande: chuyện sai | điều sai | chỗ vi phạm | việc sai
phathien: bắt lỗi | bắt được lỗi | lôi ra | moi ra
xuly+daxong: đã chấn chỉnh | chấn chỉnh xong | chấn chỉnh rồi | đã chấn chỉnh xong | đã sửa | sửa rồi | đã sửa đổi
xuly+daxong: đã được sửa đổi
xuly+daxong: sửa đổi xong | khắc phục dứt điểm | sửa dứt điểm | sửa lại xong | được sửa xong | đã được sửa
tuyentruyen+cchc: nói về cải cách | nói chuyện cải cách | lồng chuyện cải cách | lồng cải cách | lồng ghép cải cách
tuyentruyen+cchc: lồng nội dung cải cách | nhắc chuyện cải cách | nhắc về cải cách | nhắc tới cải cách | phổ biến cải cách
tuyentruyen+cchc: tuyên truyền cải cách thường xuyên | tuyên truyền cchc thường xuyên | phổ biến cchc
tuyentruyen+cchc: tuyên truyền cải cách hành chính thường xuyên | tuyên truyền thường xuyên cải cách
tuyentruyen: đưa ra tuyên truyền | đem ra tuyên truyền | đem đi tuyên truyền
pbgdpl: phổ biến giáo dục luật | tuyên truyền phổ biến pháp luật | tuyên truyền phổ biến giáo dục pháp luật
vbqppl: quy phạm | quyết định quy phạm | nghị quyết quy phạm
vbqppl: nghị quyết quyết định quy phạm | quyết định nghị quyết quy phạm | nghị quyết quyết định quy phạm pháp luật
chuyentrang: chuyên trang cải cách tỉnh
chuyentrang: chuyên trang cải cách của tỉnh | web cải cách của tỉnh
chuyentrang: trang web cải cách của tỉnh | web cải cách tỉnh | trang cải cách bên tỉnh | trang web cải cách tỉnh
trangdonvi: chuyên mục cải cách | chuyên mục cải cách của sở
ubtinh+duocgiao: tỉnh giao mình | tỉnh giao sở | tỉnh giao cho sở | tỉnh giao cho mình | ủy ban tỉnh giao cho
ubtinh+duocgiao: ubnd tỉnh giao cho
ubtinh+duocgiao: chủ tịch tỉnh giao cho | trên tỉnh giao xuống | tỉnh giao về | ủy ban tỉnh giao xuống | ủy ban giao cho
ubtinh+duocgiao: ubt giao
dunghan: không sai hẹn | đúng thời gian | đúng thời gian quy định | trong hạn | kịp lúc | đúng ngày giờ | không bị trễ hạn
dunghan: không bị quá hạn | không bị trễ hẹn | chưa trễ hạn | chưa quá hạn | kịp thời gian | kịp kỳ hạn | kịp ngày
dunghan: không hề trễ
dunghan: không bị chậm | không chậm trễ | không chậm tiến độ
quahan: sau hạn
sangkien: sáng kiến cải tiến | sáng kiến hay | giải pháp gì mới | cách làm gì mới | nghĩ ra cách làm | nghĩ ra được cách làm
sangkien: nghĩ ra cái mới | nghĩ ra được cái gì | nghĩ ra cái gì | cách làm hay mới | cách làm hay gì mới | mô hình gì mới
sangkien: sáng tạo
sangkien: nghĩ ra được cách làm gì mới | nghĩ ra cách làm gì mới | nghĩ ra cách làm hay | nghĩ ra giải pháp
sangkien: nghĩ ra được giải pháp
hailong: vừa lòng | vừa ý | bằng lòng | ưng cái bụng | dân chấm | dân chấm điểm | dân khen | bà con khen | người dân khen
hailong: trả lời hài lòng | trả lời là hài lòng | người trả lời hài lòng | bảo hài lòng | nói hài lòng | đánh giá hài lòng
hailong: chấm hài lòng | dân ưng | bà con ưng | hài lòng với mình | dân hài lòng với mình | bà con hài lòng
khaosat: thăm dò ý kiến | khảo sát ý kiến | thăm dò dân | hỏi ý kiến bà con | hỏi ý kiến của dân | lấy ý kiến của dân
khaosat: hỏi ý bà con | lấy ý kiến của người dân | lấy ý kiến của bà con | hỏi ý người dân | khảo sát dân | khảo sát bà con
phieu+khaosat: bảng hỏi | phiếu thăm dò ý kiến | phiếu hỏi dân | phiếu hỏi bà con | phiếu hỏi ý kiến | phiếu hỏi ý kiến dân
phieu+khaosat: phiếu hỏi ý kiến bà con | phiếu hỏi ý kiến người dân | phiếu lấy ý kiến dân | phiếu lấy ý kiến bà con
phieu+khaosat: phiếu lấy ý kiến người dân | phiếu xin ý kiến | phiếu thăm dò dân | phiếu ý kiến
kycuong: nề nếp | giờ giấc | giờ giấc làm việc | kỷ luật giờ giấc | kỷ luật kỷ cương giờ giấc | kỷ cương giờ giấc
kycuong: kỷ luật giờ giấc kỷ cương | kỷ cương kỷ luật | kỷ luật với kỷ cương | kỷ luật và kỷ cương | kỷ luật hành chánh
kycuong: kỷ cương hành chánh | kỷ luật kỷ cương hành chánh
dungquytrinh: bài bản | làm bài bản | đủ các bước | đủ bước | đầy đủ các bước | đúng từng bước | đủ quy trình
dungquytrinh: đầy đủ quy trình
dungquytrinh: tuân thủ quy trình | tuân thủ trình tự | tuân thủ trình tự thủ tục | tuân thủ quy trình thủ tục
dungquytrinh: đúng trình tự quy định
dungquytrinh: theo đúng quy trình | theo đúng thủ tục | theo đúng trình tự | theo đúng trình tự thủ tục | đủ trình tự
dungquytrinh: theo đúng quy trình thủ tục | tuân thủ đúng quy trình | tuân thủ đúng trình tự thủ tục | không sai quy trình
rasoat+phai: diện rà soát | trong diện rà soát | nằm trong diện rà soát | phải đem ra xem lại | phải đem ra rà
rasoat+phai: phải đem ra rà soát
rasoat+phai: phải đem rà soát | phải đưa ra rà soát | phải coi lại | cần coi lại | cần đem ra xem lại | diện phải xem lại
rasoat+phai: diện phải rà
rasoat+phai: nằm trong diện phải rà soát | danh mục phải rà soát | cần đem rà soát | phải đem ra soát
rasoat+phai: thuộc diện phải rà soát
rasoat+phai: thuộc diện phải rà | trong diện phải rà soát | trong diện phải rà | đến kỳ rà soát | tới kỳ rà soát
rasoat+dara: coi xong | đã coi lại | coi lại xong | xem lại xong | đã xem lại | coi lại rồi | rà hết rồi | rà rồi
kiennghixuly+kiennghi: kiến nghị bãi bỏ sửa đổi | kiến nghị sửa đổi bãi bỏ | đề nghị sửa đổi | đề nghị bãi bỏ
kiennghixuly+kiennghi: đề nghị thay thế
kiennghixuly+kiennghi: đề nghị sửa đổi bãi bỏ | đề xuất sửa | đề xuất bỏ | đề xuất sửa đổi | đề xuất bãi bỏ | đề xuất thay thế
kiennghixuly+kiennghi: ý kiến đề xuất xử lý | có ý kiến đề xuất xử lý | đề xuất hướng xử lý | kiến nghị hướng xử lý
kiennghixuly+kiennghi: kiến nghị hủy
kiennghixuly+kiennghi: kiến nghị sửa hoặc bỏ | đề nghị sửa hoặc bỏ | kiến nghị sửa đổi thay thế | kiến nghị bỏ hay sửa
kiennghixuly+kiennghi: đề xuất sửa bỏ
kiennghixuly: sửa đổi bãi bỏ | sửa đổi thay thế bãi bỏ | sửa đổi bổ sung bãi bỏ | sửa đổi thay thế
kiennghixuly+kiennghi: kiến nghị sửa hay bỏ | đề nghị sửa hay bỏ | đề nghị sửa bỏ | kiến nghị sửa đổi bổ sung
kiennghixuly+kiennghi: đề nghị sửa đổi bổ sung
tuchu+p100: tự lo trọn gói | tự chủ trọn | tự chủ hết | tự chủ trọn vẹn | tự chủ đủ | tự lo đủ | tự lo được hết
tuchu+p100: tự chủ trọn gói
tuchu+p100: tự lo toàn phần | tự túc hoàn toàn | tự túc hết | tự trang trải hết | tự trang trải toàn bộ | tự nuôi hết
tuchu+p100: tự bảo đảm hết
tuchu+p100: tự lo trọn vẹn | tự chủ được hết | tự chủ được toàn bộ | tự đảm bảo toàn bộ | tự lo được toàn bộ | tự lo được trọn
p100: trăm phần trăm | một trăm phần trăm | đủ trăm phần trăm | đủ 100%
chithi: chỉ thị của thủ tướng | chỉ thị của chủ tịch tỉnh | chỉ thị của chủ tịch | chỉ thị thủ tướng
chithi: chỉ thị của thủ tướng chính phủ
chithi: chỉ thị của thủ tướng và chủ tịch tỉnh | chỉ thị chủ tịch tỉnh | chỉ thị của ubnd tỉnh | chỉ thị của ủy ban tỉnh
chithi: chỉ thị của chủ tịch tỉnh và thủ tướng | các chỉ thị của thủ tướng | chỉ thị của thủ tướng với chủ tịch tỉnh
chithi: chỉ thị của chủ tịch tỉnh với thủ tướng | chỉ thị của tỉnh với thủ tướng | chỉ thị của tỉnh và thủ tướng
chithi: chỉ thị của tỉnh
chithuongxuyen: tiền chi thường xuyên | khoản chi thường xuyên | tiền chi hằng ngày | chi hằng ngày | chi tiêu hằng ngày
chithuongxuyen+p100: trọn chi thường xuyên | hết chi thường xuyên | đủ chi thường xuyên | toàn bộ chi thường xuyên
chithuongxuyen+p100: trọn tiền chi thường xuyên | hết tiền chi thường xuyên | trọn phần chi thường xuyên
chithuongxuyen+p100: hết phần chi thường xuyên
chidautu: tiền đầu tư | phần đầu tư | khoản đầu tư | tiền xây dựng mua sắm | tiền mua sắm đầu tư
chidautu: tiền xây dựng mua sắm đầu tư
chidautu: xây dựng mua sắm | phần chi đầu tư | đầu tư mua sắm | tiền chi đầu tư
motphan: một ít | phần nào | lưng chừng | một nửa | nửa chừng | được phần nào | cấp bù | nhà nước cấp bù | ngân sách bù
motphan: ngân sách bù thêm | nhà nước bù thêm | nhà nước cấp thêm | nhà nước cấp thêm một ít | nhà nước cấp thêm một phần
motphan: nhà nước hỗ trợ một phần | nhà nước hỗ trợ thêm | ngân sách hỗ trợ thêm | ngân sách cấp thêm
motphan: ngân sách cấp thêm một phần
motphan: ngân sách hỗ trợ một phần | nhà nước bù một phần | ngân sách bù một phần | ngân sách bù phần còn lại
motphan: nhà nước bù phần thiếu
motphan: nhà nước lo phần còn lại | nhà nước cấp phần còn lại | ngân sách bù phần thiếu | chưa lo hết | chưa tự lo hết
nsnn+dambao: chưa tự chủ gì | không tự chủ | không tự chủ được | chưa tự lo được | sống bằng ngân sách
nsnn+dambao: sống hoàn toàn bằng ngân sách
nsnn+dambao: sống nhờ vào ngân sách | ngân sách nuôi hết | nhà nước nuôi hết | ngân sách cấp trọn | nhà nước cấp trọn
nsnn+dambao: nhà nước lo trọn
nsnn+dambao: nhà nước lo toàn bộ | ngân sách lo toàn bộ | ngân sách lo trọn | ngân sách đảm bảo hết | nhà nước bao trọn gói
nsnn+dambao: nhà nước đảm bảo hết | nhà nước bảo đảm hết | ngân sách bảo đảm hết | nhà nước bao cấp hết | nhà nước bao toàn bộ
quychechitieu: quy chế tiêu tiền nội bộ | quy chế tiêu tiền | quy chế xài tiền nội bộ | quy chế tiêu xài nội bộ
quychechitieu: quy chế tiêu xài
quychechitieu: quy định xài tiền | quy chế chi tiêu nội bộ trong cơ quan | quy chế sử dụng tiền nội bộ
quychechitieu: quy chế chi tiêu nội bộ cơ quan
hailong: dân ưng bụng | bà con ưng bụng | bà con chấm | bà con chấm mình | dân chấm mình | chấm mình hài lòng
hailong: hài lòng về mình
luat: luật | luật nghị định | nghị định luật | luật và nghị định | luật với nghị định | bộ luật
phobien: phổ biến | phổ biến cho
tuchu: khoán chi | giao tự chủ | được giao tự chủ | giao quyền tự chủ
tuchu+kinhphi: khoán kinh phí | được giao khoán kinh phí | giao khoán kinh phí | tự lo kinh phí
tochuchc: cơ quan hành chính trực thuộc
nsnn+dambao: sống bằng tiền ngân sách | sống bằng tiền nhà nước | sống nhờ tiền ngân sách | ngân sách lo cả
dambao: sống nhờ | sống dựa vào
motphan: còn lại ngân sách cấp | còn lại nhà nước cấp | còn lại ngân sách lo | còn lại nhà nước lo | phần còn lại nhà nước cấp
motphan: phần còn lại ngân sách cấp | phần còn lại ngân sách lo | ngân sách cấp bù | nhờ ngân sách cấp bù
motphan: ngân sách cấp phần còn lại
motphan: chưa hết 100% | chưa tới 100% | chưa được 100% | chưa đủ 100% | chưa trọn | còn nhờ ngân sách một phần
quychechitieu: quy chế thu chi | quy chế thu chi nội bộ | quy chế tài chính
tructhuoc: bên dưới có mấy chỗ | bên dưới có mấy nơi | bên dưới có mấy đơn vị | bên dưới mấy chỗ | bên dưới mấy nơi
tuchu+p100: tự trả hết | tự trả trọn | tự lo trọn
motphan: nửa tự lo nửa ngân sách cấp | nửa tự lo nửa nhà nước cấp | nửa tự chủ nửa ngân sách | nửa ngân sách nửa tự lo
dunghan: kịp | bảo đảm tiến độ | bảo đảm thời gian
dunghan: đảm bảo thời gian | bảo đảm thời hạn | đảm bảo thời hạn | bảo đảm đúng hạn
kiennghixuly: cần sửa | cần bỏ | cần sửa đổi | cần bãi bỏ | cần sửa cần bỏ | cần sửa hay bỏ | thấy cần sửa
hailong: dân ưng cách làm | bà con ưng cách làm | ưng cách làm
chidao+vanban: giấy tờ chỉ đạo | giấy chỉ đạo | công văn chỉ đạo
dungquytrinh: làm đủ bước | đủ thủ tục | đủ bước đủ thủ tục | làm đủ bước đủ thủ tục | đúng luật ban hành văn bản
dungquytrinh: đủ thủ tục theo luật | đủ bước theo luật | đúng trình tự theo luật
phathien: tìm thấy ra | soi thấy | chỉ tên | lòi ra mấy
thamdinh: qua thẩm định | đã qua thẩm định
tuchu+p100: tự bảo đảm đủ | tự đảm bảo đủ
dvsn+chithuongxuyen+tuchu+p100: đơn vị sự nghiệp nhóm 2 | đơn vị sự nghiệp nhóm hai | sự nghiệp công lập nhóm 2
dvsn+chithuongxuyen+tuchu+p100: sự nghiệp công lập nhóm hai | sự nghiệp nhóm 2 | sự nghiệp nhóm hai | trung tâm nhóm 2
dvsn+chithuongxuyen+tuchu+p100: trung tâm nhóm hai | đơn vị sự nghiệp công lập nhóm 2 | đơn vị sự nghiệp công lập nhóm hai
chithuongxuyen+tuchu+p100: đơn vị nhóm 2 | tự chủ nhóm 2 | nhóm 2 tự chủ | công lập nhóm 2 | tự chủ ở nhóm 2
chithuongxuyen+tuchu+p100: thuộc nhóm 2 tự chủ
dvsn+chithuongxuyen+chidautu+tuchu+p100: đơn vị sự nghiệp nhóm 1 | đơn vị sự nghiệp nhóm một | sự nghiệp công lập nhóm 1
dvsn+chithuongxuyen+chidautu+tuchu+p100: sự nghiệp công lập nhóm một | sự nghiệp nhóm 1 | sự nghiệp nhóm một | trung tâm nhóm 1
dvsn+chithuongxuyen+chidautu+tuchu+p100: trung tâm nhóm một | đơn vị sự nghiệp công lập nhóm 1
dvsn+chithuongxuyen+chidautu+tuchu+p100: đơn vị sự nghiệp công lập nhóm một
chithuongxuyen+chidautu+tuchu+p100: đơn vị nhóm 1 | tự chủ nhóm 1 | nhóm 1 tự chủ | công lập nhóm 1 | tự chủ ở nhóm 1
chithuongxuyen+chidautu+tuchu+p100: thuộc nhóm 1 tự chủ
dvsn+chithuongxuyen+tuchu+motphan: đơn vị sự nghiệp nhóm 3 | đơn vị sự nghiệp nhóm ba | sự nghiệp công lập nhóm 3
dvsn+chithuongxuyen+tuchu+motphan: sự nghiệp công lập nhóm ba | sự nghiệp nhóm 3 | sự nghiệp nhóm ba | trung tâm nhóm 3
dvsn+chithuongxuyen+tuchu+motphan: trung tâm nhóm ba | đơn vị sự nghiệp công lập nhóm 3 | đơn vị sự nghiệp công lập nhóm ba
chithuongxuyen+tuchu+motphan: đơn vị nhóm 3 | tự chủ nhóm 3 | nhóm 3 tự chủ | công lập nhóm 3 | tự chủ ở nhóm 3
chithuongxuyen+tuchu+motphan: thuộc nhóm 3 tự chủ
dvsn+nsnn+dambao+chithuongxuyen: đơn vị sự nghiệp nhóm 4 | đơn vị sự nghiệp nhóm bốn | sự nghiệp công lập nhóm 4
dvsn+nsnn+dambao+chithuongxuyen: sự nghiệp công lập nhóm bốn | sự nghiệp nhóm 4 | sự nghiệp nhóm bốn | trung tâm nhóm 4
dvsn+nsnn+dambao+chithuongxuyen: trung tâm nhóm bốn | đơn vị sự nghiệp công lập nhóm 4 | đơn vị sự nghiệp công lập nhóm bốn
nsnn+dambao+chithuongxuyen: đơn vị nhóm 4 | tự chủ nhóm 4 | nhóm 4 tự chủ | công lập nhóm 4 | tự chủ ở nhóm 4
nsnn+dambao+chithuongxuyen: thuộc nhóm 4 tự chủ
motphan: một khúc | phân nửa | một đoạn | lưng lửng | nửa vời | được một khúc
motphan: xin thêm ngân sách | còn xin ngân sách | còn phải xin ngân sách | còn phải xin thêm ngân sách
motphan: còn xin thêm ngân sách
motphan: còn nhờ ngân sách | còn nhờ nhà nước | nhờ thêm ngân sách | nhờ thêm nhà nước | còn trông vào ngân sách
tructhuoc: bên dưới bao nhiêu nơi | bên dưới mấy nơi | bên dưới bao nhiêu chỗ | bên dưới có bao nhiêu nơi | các nơi bên dưới
khenthuong: thưởng cho người làm tốt | thưởng cho người | khen người làm tốt | thưởng người làm tốt | thưởng nóng
khenthuong: trao thưởng
khenthuong: khen ai | thưởng ai | thưởng cho ai | khen được ai | trao giấy khen | trao bằng khen
baodai: qua zalo facebook | zalo facebook | facebook zalo
thammuu+banhanh: giúp tỉnh ra | giúp tỉnh ra được | giúp tỉnh ban hành | giúp ủy ban ban hành | giúp ubnd tỉnh ban hành
nsnn+dambao: còn sống nhờ ngân sách | đơn vị còn sống nhờ ngân sách | còn sống bằng ngân sách | còn ăn ngân sách
nsnn+dambao: đơn vị còn sống bằng ngân sách | đơn vị còn ăn ngân sách | còn nhờ hết ngân sách | còn dựa hết vào ngân sách
motphan: đơn vị còn xin ngân sách | đơn vị còn phải xin ngân sách | đơn vị còn nhờ ngân sách
ubtinh+duocgiao: tỉnh chỉ đạo xuống | tỉnh chỉ đạo làm | tỉnh bắt làm | tỉnh bảo làm | tỉnh kêu làm | tỉnh đẩy xuống
ubtinh+duocgiao: trên đẩy xuống | ubnd tỉnh đẩy xuống | ủy ban đẩy xuống | tỉnh phân cho sở | chủ tịch phân công
kehoach+rasoat: lịch rà soát | lịch rà | chương trình rà soát
kiennghixuly+kiennghi: đề xuất thay | kiến nghị thay | đề nghị thay | đề xuất hủy | kiến nghị loại bỏ | đề nghị hủy
kiennghixuly+kiennghi: đề xuất bỏ đi | kiến nghị bỏ đi
phieu+khaosat: phiếu dân trả lời | phiếu trả lời | phiếu thu về | phiếu dân gửi lại | phiếu thu lại | phiếu phát ra
phieu+khaosat: phiếu bà con trả lời | phiếu người dân trả lời | tờ khảo sát | tờ phiếu khảo sát | tờ hỏi ý kiến
hoihop: trong họp giao ban | qua họp giao ban | họp giao ban có nhắc | họp giao ban có lồng | họp giao ban có nói
hoihop: qua giao ban | trong giao ban | họp giao ban có đưa | sinh hoạt chi bộ | chào cờ đầu tuần | đại hội
tuyentruyen+cchc: nhắc cải cách hành chính | nhắc cải cách | đem chuyện cải cách | đem chuyện cải cách ra nói
tuyentruyen+cchc: đưa chuyện cải cách | đưa cải cách | đem cải cách ra nói | nhắc nhở cải cách | phổ biến chuyện cải cách
tuyentruyen+cchc: truyền thông cải cách | truyền thông cchc | truyền thông về cải cách | truyền thông cải cách hành chính
chidao+vanban: văn bản thúc | văn bản nhắc | văn bản đôn đốc | văn bản giục | công văn thúc | công văn nhắc | công văn giục
chidao+vanban: công văn đôn đốc | văn bản thúc giục
nsnn+dambao: ăn bám ngân sách | bám ngân sách | bám vào ngân sách | bám nhà nước | ăn bám nhà nước | sống bám ngân sách
tuchu: được giao quyền tự chủ | được trao quyền tự chủ | trao quyền tự chủ
tuchu+p100: không xin đồng nào | không xin đồng nào của ngân sách | không lấy đồng nào | không nhận đồng nào
tuchu+p100: không nhận đồng nào của ngân sách | không lấy đồng nào của ngân sách | không xin tiền ngân sách
tuchu+p100: không nhận tiền ngân sách | không xài tiền ngân sách | không xin tiền nhà nước
pbgdpl: luật có phổ biến | luật mới có phổ biến | có phổ biến luật
p100: trọn vẹn
sangkien: cách làm chi mới | cách làm chi hay | cách làm mới mẻ | làm cách mới | cách chi mới | giải pháp chi mới
sangkien: mô hình chi mới
nsnn+dambao: ăn trọn ngân sách | ăn trọn tiền ngân sách | ăn hết ngân sách | ăn toàn bộ ngân sách | lãnh trọn ngân sách
nsnn+dambao: xài trọn ngân sách | xài hết tiền ngân sách | ngân sách rót hết | ngân sách rót trọn
motphan: còn lại xin nhà nước | còn lại xin ngân sách | phần còn lại xin ngân sách | phần còn lại xin nhà nước
duyet: sếp duyệt | lãnh đạo duyệt | giám đốc duyệt | lãnh đạo phê duyệt | sếp phê duyệt
"""
