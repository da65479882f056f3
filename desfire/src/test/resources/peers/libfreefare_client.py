#!/usr/bin/env python3
"""libfreefare's library at a DESFire card: every kind of file in every mode, and key changes.

usage: LIBNFC_DEVICE=... libfreefare_client.py d40|iso-2k3des|iso-3k3des|aes

Ends with exit status 0 and "agreed" if library and card agree. Needs Debian's libfreefare0; lengths avoid what its version 0.4.0
cannot do (a MACed D40 read of 0 or 7 modulo 8 bytes).
"""
import ctypes
import sys
from ctypes import byref, c_char_p, c_int, c_int32, c_long, c_size_t, c_uint8, c_uint16, c_uint32, c_void_p

NFC = ctypes.CDLL("libnfc.so.6")
FREEFARE = ctypes.CDLL("libfreefare.so.0")
NFC.nfc_open.restype = c_void_p
NFC.nfc_open.argtypes = [c_void_p, c_char_p]
NFC.nfc_init.argtypes = [c_void_p]
FREEFARE.freefare_get_tags.restype = ctypes.POINTER(c_void_p)
FREEFARE.freefare_get_tags.argtypes = [c_void_p]
FREEFARE.freefare_strerror.restype = c_char_p
FREEFARE.freefare_strerror.argtypes = [c_void_p]
for maker in ("des_key_new", "3des_key_new", "3k3des_key_new", "aes_key_new", "3des_key_new_with_version",
              "3k3des_key_new_with_version", "aes_key_new_with_version", "aid_new"):
    getattr(FREEFARE, "mifare_desfire_" + maker).restype = c_void_p
FREEFARE.mifare_desfire_aid_new.argtypes = [c_uint32]
FREEFARE.mifare_desfire_aes_key_new_with_version.argtypes = [c_char_p, c_uint8]
for transfer in ("read_data", "write_data", "read_records", "write_record"):
    function = getattr(FREEFARE, "mifare_desfire_" + transfer)
    function.restype = ctypes.c_ssize_t
    function.argtypes = [c_void_p, c_uint8, c_long, c_size_t, c_void_p]

KEY_0_ONLY = 0x0000
# How to authenticate and to create the application; the first key (two equal halves are a DES key), the later ones.
METHODS = {
    "d40": ("authenticate", "create_application", ("des_key_new", 8), ("3des_key_new_with_version", 16)),
    "iso-2k3des": ("authenticate_iso", "create_application", ("des_key_new", 8), ("3des_key_new_with_version", 16)),
    "iso-3k3des": ("authenticate_iso", "create_application_3k3des", ("3k3des_key_new_with_version", 24),
                   ("3k3des_key_new_with_version", 24)),
    "aes": ("authenticate_aes", "create_application_aes", ("aes_key_new", 16), ("aes_key_new", 16)),
}


class Tag:
    def __init__(self):
        context = c_void_p()
        NFC.nfc_init(byref(context))
        device = NFC.nfc_open(context, None)
        assert device, "libnfc finds no device"
        tags = FREEFARE.freefare_get_tags(device)
        assert tags[0], "libfreefare finds no card"
        self.tag = c_void_p(tags[0])
        self.call("connect")

    def __getattr__(self, name):
        return lambda *arguments: self.call(name, *arguments)

    def call(self, name, *arguments):
        result = getattr(FREEFARE, "mifare_desfire_" + name)(self.tag, *arguments)
        if result < 0:
            raise RuntimeError("%s%r: %s" % (name, arguments, FREEFARE.freefare_strerror(self.tag).decode()))
        return result


def key(maker, value):
    return c_void_p(getattr(FREEFARE, "mifare_desfire_" + maker)(value))


def files(tag, mode, first):
    data, size = bytes(range(100)), 100
    tag.create_std_data_file(c_uint8(first), c_uint8(mode), c_uint16(KEY_0_ONLY), c_uint32(150))
    assert tag.write_data(first, 10, size, data) == size
    buffer = ctypes.create_string_buffer(size + 16)
    assert tag.read_data(first, 10, size, buffer) == size
    assert buffer.raw[:size] == data, "standard file"
    tag.create_backup_data_file(c_uint8(first + 1), c_uint8(mode), c_uint16(KEY_0_ONLY), c_uint32(44))
    tag.write_data(first + 1, 0, 44, data)
    tag.commit_transaction()
    assert tag.read_data(first + 1, 0, 44, buffer) == 44 and buffer.raw[:44] == data[:44], "backup file"
    tag.create_value_file(c_uint8(first + 2), c_uint8(mode), c_uint16(KEY_0_ONLY), c_int32(-50), c_int32(500), c_int32(9),
                          c_uint8(1))
    tag.credit(c_uint8(first + 2), c_int32(30))
    tag.debit(c_uint8(first + 2), c_int32(11))
    tag.commit_transaction()
    tag.limited_credit(c_uint8(first + 2), c_int32(11))
    tag.commit_transaction()
    value = c_int32()
    tag.get_value(c_uint8(first + 2), byref(value))
    assert value.value == 39, "value file holds %d" % value.value
    tag.create_linear_record_file(c_uint8(first + 3), c_uint8(mode), c_uint16(KEY_0_ONLY), c_uint32(12), c_uint32(4))
    for n in range(3):
        tag.write_record(first + 3, 0, 12, bytes([n]) * 12)
        tag.commit_transaction()
    read = tag.read_records(first + 3, 0, 3, buffer)
    assert buffer.raw[:36] == b"".join(bytes([n]) * 12 for n in range(3)), "record file gave %d bytes" % read


def main():
    method = sys.argv[1]
    authenticate, create, (first_maker, first_length), (maker, length) = METHODS[method]
    zero, aid = key(first_maker, bytes(first_length)), c_void_p(FREEFARE.mifare_desfire_aid_new(0x112233))
    new = [key(maker, bytes((n * 16 + i * 2) & 0xFE for i in range(length))) for n in (1, 2)]
    tag = Tag()
    picc = key("des_key_new", bytes(8))
    tag.authenticate(c_uint8(0), picc)
    tag.format_picc()
    tag.call(create, aid, c_uint8(0x0B), c_uint8(3))
    tag.select_application(aid)
    tag.call(authenticate, c_uint8(0), zero)
    for first, mode in ((0, 0), (8, 1), (16, 3)):
        files(tag, mode, first)
    tag.change_key(c_uint8(1), new[0], zero)
    tag.change_key(c_uint8(0), new[1], None)
    tag.select_application(aid)
    tag.call(authenticate, c_uint8(1), new[0])
    tag.select_application(aid)
    tag.call(authenticate, c_uint8(0), new[1])
    settings, most = c_uint8(), c_uint8()
    tag.get_key_settings(byref(settings), byref(most))
    assert (settings.value, most.value) == (0x0B, 3), "key settings %02X, %d keys" % (settings.value, most.value)
    tag.delete_file(c_uint8(0))
    tag.select_application(None)
    tag.authenticate(c_uint8(0), picc)
    tag.delete_application(aid)
    print("agreed")


main()
