"""The database: whether it answers and fits the program, whether anything waits, whether anybody may administer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from bot.checkup.finding import Finding, bad, good, look
from bot.domain.people import Role
from bot.settings import Settings
from storage import Storage, StorageUnavailable, UnitOfWork
from storage.engine import supported_address

_NAME, _QUEUES = "Cơ sở dữ liệu", "Hàng đợi"
_ANOTHERS_FILE = "Chạy mọi lệnh cchc-bot bằng người dùng của dịch vụ (sudo -u cchc …); trả tệp lại: sudo chown -R cchc THƯ-MỤC"
_READ_ONLY_SERVER = "Máy chủ này chỉ cho đọc (máy dự phòng?): trỏ DATABASE_URL tới máy chủ chính"
_STUCK = timedelta(minutes=5)
_AHEAD = timedelta(minutes=2)


def look_at_database(settings: Settings, now: datetime) -> Iterator[Finding]:
    """All about it; a SQLite file that is not there yet is not made."""
    try:
        url = supported_address(settings.database_url)
    except StorageUnavailable as trouble:
        yield bad(_NAME, str(trouble), "Sửa DATABASE_URL; để trống thì dùng SQLite trong thư mục dữ liệu")
        return
    file = Path(url.database or "") if url.get_backend_name() == "sqlite" else None
    if file is not None and not file.exists():
        yield look(_NAME, f"chưa có tệp {file}", "Sẽ được tạo khi chạy cchc-bot run. Nếu đã có dữ liệu: kiểm tra CCHC_DATA")
        yield from _administrator(settings, None)
        return
    storage = Storage(settings.database_url)
    try:
        yield from _look_into(storage, settings, now)
    except StorageUnavailable as trouble:
        mend = "Kiểm tra quyền đọc ghi và tệp ở CCHC_DATA" if file else "Kiểm tra DATABASE_URL và máy chủ PostgreSQL"
        yield bad(_NAME, str(trouble), mend)
    finally:
        storage.close()


def _look_into(storage: Storage, settings: Settings, now: datetime) -> Iterator[Finding]:
    state = storage.condition()
    kind = "PostgreSQL" if storage.is_shared else "SQLite"
    if state.damage:
        yield bad(_NAME, f"{kind} hỏng: {state.damage}", "Dừng bot, khôi phục bản sao lưu gần nhất: cchc-bot restore TỆP")
        return
    if state.revision is None:
        yield look(_NAME, f"{kind}, chưa có bảng nào", "Sẽ được tạo khi chạy cchc-bot run")
        yield from _administrator(settings, None)
        return
    if not state.is_known:
        yield bad(_NAME, f"do phiên bản bot mới hơn tạo ({state.revision})", "Cập nhật bot rồi chạy lại")
        return
    if not state.is_writable:
        yield bad(_NAME, f"{kind} chỉ đọc được, không ghi được", _READ_ONLY_SERVER if storage.is_shared else _ANOTHERS_FILE)
        return
    if state.revision != state.newest:
        yield look(_NAME, f"{kind}, bảng phiên bản {state.revision}", f"Sẽ tự nâng lên {state.newest} khi chạy; sao lưu trước")
        return
    with storage.begin() as work:
        yield good(_NAME, f"{kind}, bảng phiên bản {state.revision}, không hỏng")
        yield from _queues(work, now)
        yield from _administrator(settings, work)


def _queues(work: UnitOfWork, now: datetime) -> Iterator[Finding]:
    vitals = work.vitals()
    told = f"{vitals.updates_waiting} tin chờ xử lý, {vitals.messages_waiting} tin chờ gửi"
    if vitals.oldest_waiting is not None and now - vitals.oldest_waiting > _STUCK:
        yield bad(_QUEUES, told, "Tin chờ đã lâu: bot có đang chạy không? Chạy lại cchc-bot run, xem nhật ký")
    else:
        yield good(_QUEUES, told)
    if vitals.updates_set_aside:
        told = f"{vitals.updates_set_aside} tin không xử lý được, để riêng"
        yield look(_QUEUES, told, "Người gửi đã được báo. Xem nhật ký lúc đó và báo người phát triển")
    newest = max((moment for moment in (vitals.last_update, vitals.last_sent) if moment is not None), default=None)
    if newest is not None and newest > now + _AHEAD:
        yield bad("Đồng hồ", "máy chạy chậm hơn lúc ghi tin gần nhất", "Bật đồng bộ giờ (NTP): timedatectl set-ntp true")


def _administrator(settings: Settings, work: UnitOfWork | None) -> Iterator[Finding]:
    count = len(work.people(role=Role.ADMINISTRATOR)) if work is not None else 0
    if count:
        yield good("Quản trị", f"{count} người")
    elif settings.admin_id:
        yield look("Quản trị", "người đầu tiên chưa nhắn cho bot", "Người có mã CCHC_ADMIN_ID nhắn cho bot một tin bất kỳ")
    else:
        mend = "Đặt CCHC_ADMIN_ID (bot cho người lạ biết mã số của họ), hoặc: cchc-bot invite --role admin"
        yield bad("Quản trị", "chưa có ai", mend)
