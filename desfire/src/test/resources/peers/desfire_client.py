#!/usr/bin/env python3
"""A plain PC/SC client of DESFire cards, written apart from Tagsmith's own client and card.

usage: desfire_client.py READER d40|iso-2k3des|iso-3k3des|aes|ev2|light|ntag424

Creates an application, files of every kind in every communication mode, writes, reads, changes keys, and formats the card;
on DESFire Light and NTAG 424 DNA it uses a file that is there, in EV2 and, after switching it on, in LRP. Ends with exit
status 0 and "agreed: N exchanges" if the card did everything as the protocol pages say. Needs python3-pyscard and
python3-pycryptodome.
"""
import secrets
import sys
import zlib

from Cryptodome.Cipher import AES, DES, DES3
from smartcard.CardConnection import CardConnection
from smartcard.System import readers

ZERO = bytes(16)
PLAIN, MAC, FULL = 0, 1, 3


class Refused(Exception):
    def __init__(self, command, status):
        super().__init__("command %02X refused with %02X" % (command, status))
        self.status = status


def rotate(b):
    return b[1:] + b[:1]


def xor(a, b):
    return bytes(x ^ y for x, y in zip(a, b))


def zero_padded(data, size):
    return data + bytes(-len(data) % size)


def marked(data, size):
    return zero_padded(data + b"\x80", size)


def crc16(data):
    crc = 0x6363
    for b in data:
        crc ^= b
        for _ in range(8):
            crc = crc >> 1 ^ (0x8408 if crc & 1 else 0)
    return crc.to_bytes(2, "little")


def crc32(data):
    return (zlib.crc32(data) ^ 0xFFFFFFFF).to_bytes(4, "little")


class Cipher:
    """ECB both ways and what is built on it; DES3 of the library refuses weak keys, so TDEA is three DES here."""

    def __init__(self, kind, key):
        self.kind, self.key = kind, key
        if kind == "aes":
            e = AES.new(key, AES.MODE_ECB)
            self.size, self.e, self.d = 16, e.encrypt, e.decrypt
        else:
            parts = [key[i:i + 8] for i in range(0, len(key), 8)]
            k1, k2, k3 = {1: parts * 3, 2: parts + parts[:1], 3: parts}[len(parts)]
            a, b, c = (DES.new(k, DES.MODE_ECB) for k in (k1, k2, k3))
            self.size = 8
            self.e = lambda x: c.encrypt(b.decrypt(a.encrypt(x)))
            self.d = lambda x: a.decrypt(b.encrypt(c.decrypt(x)))

    def blocks(self, data):
        assert len(data) % self.size == 0, "no whole blocks"
        return [data[i:i + self.size] for i in range(0, len(data), self.size)]

    def cbc(self, iv, data):
        out = b""
        for block in self.blocks(data):
            iv = self.e(xor(block, iv))
            out += iv
        return out

    def uncbc(self, iv, data):
        out = b""
        for block in self.blocks(data):
            out += xor(self.d(block), iv)
            iv = block
        return out

    def send_decipher(self, data):
        iv, out = bytes(self.size), b""
        for block in self.blocks(data):
            iv = self.d(xor(block, iv))
            out += iv
        return out

    def cmac(self, data, iv=None):
        return cmac(self.e, self.size, data, iv)


def cmac(encipher, size, data, iv=None):
    def double(b):
        n = int.from_bytes(b, "big") << 1
        if n >> 8 * size:
            n = n & (1 << 8 * size) - 1 ^ (0x87 if size == 16 else 0x1B)
        return n.to_bytes(size, "big")

    k1 = double(encipher(bytes(size)))
    whole = data and len(data) % size == 0
    data = data if whole else marked(data, size)
    chain = iv or bytes(size)
    parts = [data[i:i + size] for i in range(0, len(data), size)]
    parts[-1] = xor(parts[-1], k1 if whole else double(k1))
    for part in parts:
        chain = encipher(xor(chain, part))
    return chain


class Lrp:
    def __init__(self, key):
        h = self.one(key, b"\x55" * 16)
        self.plain = []
        for _ in range(16):
            self.plain.append(self.one(h, b"\xAA" * 16))
            h = self.one(h, b"\x55" * 16)
        h = self.one(key, b"\xAA" * 16)
        self.updated = []
        for _ in range(2):
            self.updated.append(self.one(h, b"\xAA" * 16))
            h = self.one(h, b"\x55" * 16)

    @staticmethod
    def one(key, block):
        return AES.new(key, AES.MODE_ECB).encrypt(block)

    def evaluate(self, which, data):
        y = self.updated[which]
        for b in data:
            y = self.one(y, self.plain[b >> 4])
            y = self.one(y, self.plain[b & 15])
        return self.one(y, ZERO)

    def cmac(self, which, data):
        return cmac(lambda block: self.evaluate(which, block), 16, data)

    def crypt(self, which, counter, data, decipher):
        out = b""
        for i in range(0, len(data), 16):
            cipher = AES.new(self.evaluate(which, counter.to_bytes(4, "big")), AES.MODE_ECB)
            out += (cipher.decrypt if decipher else cipher.encrypt)(data[i:i + 16])
            counter += 1
        return out, counter


class Card:
    def __init__(self, name):
        self.connection = [r for r in readers() if name in str(r)][0].createConnection()
        self.connection.connect(CardConnection.T1_protocol)
        self.exchanges = 0

    def apdu(self, command):
        self.exchanges += 1
        data, sw1, sw2 = self.connection.transmit(list(command))
        return bytes(data), sw1, sw2

    def select(self, df_name):
        data, sw1, sw2 = self.apdu(bytes([0, 0xA4, 4, 0, len(df_name)]) + df_name + b"\0")
        assert (sw1, sw2) == (0x90, 0), "SELECT %02X%02X" % (sw1, sw2)

    def native(self, command, data=b""):
        """One command, frames of 59 data bytes (in one where the transport chains), the answer's frames joined."""
        size = 255 if command in (0x8D, 0x8B, 0xAD, 0xAB) else 59
        parts = [data[i:i + size] for i in range(0, len(data), size)] or [b""]
        answer = b""
        for i, part in enumerate(parts):
            code = command if i == 0 else 0xAF
            more, sw1, status = self.wrapped(code, part)
            assert sw1 == 0x91, "SW1 %02X" % sw1
            if i + 1 < len(parts):
                if status != 0xAF:
                    raise Refused(command, status)
        answer += more
        while status == 0xAF and command not in (0x0A, 0x1A, 0xAA, 0x71, 0x77):
            more, sw1, status = self.wrapped(0xAF, b"")
            answer += more
        if status not in (0x00, 0x90, 0xAF):
            raise Refused(command, status)
        return answer, status

    def wrapped(self, command, data):
        lc = bytes([len(data)]) + data if data else b""
        return self.apdu(bytes([0x90, command, 0, 0]) + lc + b"\0")


class PlainSession:
    def __init__(self, card):
        self.card = card

    def send(self, command, header=b"", data=b"", mode=PLAIN, expect=0):
        return self.card.native(command, header + data)[0]


WRITES = {0x3D, 0x3B, 0x8D, 0x8B, 0x0C, 0xDC, 0x1C, 0xDB}
READS = {0xBD, 0xBB, 0xAD, 0xAB, 0x6C}


class D40(PlainSession):
    def __init__(self, card, number, key):
        super().__init__(card)
        cipher = Cipher("des", key)
        rnd_a = secrets.token_bytes(8)
        rnd_b = cipher.uncbc(bytes(8), card.native(0x0A, bytes([number]))[0])
        answer, _ = card.native(0xAF, cipher.send_decipher(rnd_a + rotate(rnd_b)))
        assert cipher.uncbc(bytes(8), answer) == rotate(rnd_a), "the card does not know the key"
        session = rnd_a[:4] + rnd_b[:4]
        if key[:8] != key[8:]:
            session += rnd_a[4:8] + rnd_b[4:8]
        self.cipher = Cipher("des", session)

    def mac(self, data):
        return self.cipher.cbc(bytes(8), zero_padded(data, 8))[-8:-4]

    def send(self, command, header=b"", data=b"", mode=PLAIN, expect=0):
        if mode == FULL and data:
            data = self.cipher.send_decipher(zero_padded(data + crc16(data), 8))
        elif mode == MAC and command in WRITES:
            data += self.mac(data)
        answer, _ = self.card.native(command, header + data)
        if mode == FULL and command in READS:
            clear = self.cipher.uncbc(bytes(8), answer)
            assert crc16(clear[:expect]) == clear[expect:expect + 2], "CRC of the answer"
            return clear[:expect]
        if mode == MAC and command in READS:
            assert self.mac(answer[:-4]) == answer[-4:], "MAC of the answer"
            return answer[:-4]
        return answer

    def change_key(self, number, new, version, old=None, type_bits=0):
        new = (new * 2)[:16] if len(new) == 8 else new
        if old is None:
            clear = new + crc16(new)
        else:
            mixed = xor(new, (old * 2)[:16])
            clear = mixed + crc16(mixed) + crc16(new)
        self.card.native(0xC4, bytes([number | type_bits]) + self.cipher.send_decipher(zero_padded(clear, 8)))


class Ev1(PlainSession):
    def __init__(self, card, number, key, kind):
        super().__init__(card)
        cipher = Cipher(kind, key)
        size = cipher.size
        length = 8 if kind == "des" and len(key) < 24 else 16
        challenge, _ = card.native(0xAA if kind == "aes" else 0x1A, bytes([number]))
        rnd_b = cipher.uncbc(bytes(size), challenge)
        rnd_a = secrets.token_bytes(length)
        token = cipher.cbc(challenge[-size:], rnd_a + rotate(rnd_b))
        answer, _ = card.native(0xAF, token)
        assert cipher.uncbc(token[-size:], answer) == rotate(rnd_a), "the card does not know the key"
        a, b = rnd_a, rnd_b
        if kind == "aes":
            session = a[:4] + b[:4] + a[12:] + b[12:]
        elif len(key) == 24:
            session = a[:4] + b[:4] + a[6:10] + b[6:10] + a[12:] + b[12:]
        elif key[:8] == key[8:] or len(key) == 8:
            session = a[:4] + b[:4]
        else:
            session = a[:4] + b[:4] + a[4:8] + b[4:8]
        self.kind = kind
        self.cipher = Cipher(kind, session)
        self.iv = bytes(size)

    def send(self, command, header=b"", data=b"", mode=PLAIN, expect=0):
        size, head = self.cipher.size, bytes([command]) + header
        if mode == FULL and data:
            clear = zero_padded(data + crc32(head + data), size)
            data = self.cipher.cbc(self.iv, clear)
            self.iv = data[-size:]
        else:
            self.iv = self.cipher.cmac(head + data, self.iv)
            if mode == MAC and command in WRITES:
                data += self.iv[:8]
        answer, status = self.card.native(command, header + data)
        if mode == FULL and command in READS | {0x51}:
            clear = self.cipher.uncbc(self.iv, answer)
            self.iv = answer[-size:]
            assert crc32(clear[:expect] + bytes([status])) == clear[expect:expect + 4], "CRC of the answer"
            return clear[:expect]
        body, mac = answer[:-8], answer[-8:]
        self.iv = self.cipher.cmac(body + bytes([status]), self.iv)
        assert self.iv[:8] == mac, "CMAC of the answer to %02X" % command
        return body

    def change_key(self, number, new, version, old=None, type_bits=0):
        new = new * 2 if len(new) == 8 else new
        head = bytes([0xC4, number | type_bits])
        tail = bytes([version]) if self.kind == "aes" else b""
        clear = (new if old is None else xor(new, old * 2 if len(old) == 8 else old)) + tail
        clear += crc32(head + clear) + (crc32(new) if old is not None else b"")
        data = self.cipher.cbc(self.iv, zero_padded(clear, self.cipher.size))
        self.iv = data[-self.cipher.size:]
        answer, status = self.card.native(0xC4, head[1:] + data)
        if old is not None:
            self.iv = self.cipher.cmac(bytes([status]), self.iv)
            assert self.iv[:8] == answer, "CMAC of ChangeKey"


def truncated(mac):
    return mac[1::2]


class Counted(PlainSession):
    """What EV2 and LRP share: the counter, the MAC's input, the order."""

    counter = 0

    def mac_input(self, first, counter, data):
        return bytes([first]) + counter.to_bytes(2, "little") + self.ti + data

    def send(self, command, header=b"", data=b"", mode=PLAIN, expect=0):
        if mode == FULL and data:
            data = self.encipher(marked(data, 16))
        if mode != PLAIN:
            data += truncated(self.mac(self.mac_input(command, self.counter, header + data)))
        answer, status = self.card.native(command, header + data)
        self.counter += 1
        if mode == PLAIN:
            return answer
        body, mac = answer[:-8], answer[-8:]
        assert truncated(self.mac(self.mac_input(status, self.counter, body))) == mac, "MAC of the answer"
        if mode == FULL and body:
            clear = self.decipher(body)
            end = clear.rstrip(b"\0")
            assert end[-1:] == b"\x80", "padding of the answer"
            return end[:-1]
        return body

    def change_key(self, number, new, version, old=None, type_bits=0):
        clear = new if old is None else xor(new, old)
        clear += bytes([version]) + (crc32(new) if old is not None else b"")
        data = self.encipher(marked(clear, 16))
        header = bytes([number | type_bits])
        data += truncated(self.mac(self.mac_input(0xC4, self.counter, header + data)))
        answer, status = self.card.native(0xC4, header + data)
        self.counter += 1
        if old is not None:
            assert truncated(self.mac(self.mac_input(status, self.counter, b""))) == answer, "MAC of ChangeKey"


def session_vector(first, a, b, last=b""):
    return first + a[:2] + xor(a[2:8], b[:6]) + b[6:] + a[8:] + last


class Ev2(Counted):
    def __init__(self, card, number, key):
        super().__init__(card)
        cipher = Cipher("aes", key)
        rnd_b = cipher.uncbc(ZERO, card.native(0x71, bytes([number, 0]))[0])
        rnd_a = secrets.token_bytes(16)
        answer, _ = card.native(0xAF, cipher.cbc(ZERO, rnd_a + rotate(rnd_b)))
        clear = cipher.uncbc(ZERO, answer)
        assert clear[4:20] == rotate(rnd_a), "the card does not know the key"
        self.ti = clear[:4]
        self.enc = Cipher("aes", cipher.cmac(session_vector(bytes.fromhex("A55A00010080"), rnd_a, rnd_b)))
        self.mac = Cipher("aes", cipher.cmac(session_vector(bytes.fromhex("5AA500010080"), rnd_a, rnd_b))).cmac

    def iv(self, label):
        return self.enc.e(label + self.ti + self.counter.to_bytes(2, "little") + bytes(8))

    def encipher(self, data):
        return self.enc.cbc(self.iv(b"\xA5\x5A"), data)

    def decipher(self, data):
        return self.enc.uncbc(self.iv(b"\x5A\xA5"), data)


class LrpSession(Counted):
    def __init__(self, card, number, key):
        super().__init__(card)
        challenge, _ = card.native(0x71, bytes([number, 6, 2, 0, 0, 0, 0, 0]))
        assert challenge[0] == 1, "the card is not in LRP mode"
        rnd_b, rnd_a = challenge[1:], secrets.token_bytes(16)
        vector = session_vector(bytes.fromhex("00010080"), rnd_a, rnd_b, bytes.fromhex("9669"))
        self.lrp = Lrp(Lrp(key).cmac(0, vector))
        self.mac = lambda data: self.lrp.cmac(0, data)
        answer, _ = card.native(0xAF, rnd_a + self.mac(rnd_a + rnd_b))
        assert self.mac(rnd_b + rnd_a + answer[:16]) == answer[16:], "the card does not know the key"
        self.blocks = 0
        self.ti = self.decipher(answer[:16])[:4]

    def encipher(self, data):
        out, self.blocks = self.lrp.crypt(1, self.blocks, data, False)
        return out

    def decipher(self, data):
        out, self.blocks = self.lrp.crypt(1, self.blocks, data, True)
        return out


def three(n):
    return n.to_bytes(3, "little")


AID = bytes.fromhex("332211")
METHODS = {
    # key type bits, key length, how to authenticate
    "d40": (0x00, 16, lambda card, n, key: D40(card, n, key)),
    "iso-2k3des": (0x00, 16, lambda card, n, key: Ev1(card, n, key, "des")),
    "iso-3k3des": (0x40, 24, lambda card, n, key: Ev1(card, n, key, "des")),
    "aes": (0x80, 16, lambda card, n, key: Ev1(card, n, key, "aes")),
    "ev2": (0x80, 16, lambda card, n, key: Ev2(card, n, key)),
}


def counted(session):
    return MAC if isinstance(session, Counted) else PLAIN


def files(session, mode, first):
    """A file of every kind in one mode, all rights with key 0."""
    create = counted(session)
    rights, data = b"\0\0", secrets.token_bytes(150)
    option = bytes([mode])
    session.send(0xCD, bytes([first]) + option + rights + three(200), mode=create)
    session.send(0x3D, bytes([first]) + three(20) + three(len(data)), data, mode)
    read = session.send(0xBD, bytes([first]) + three(20) + three(len(data)), b"", mode, len(data))
    assert read == data, "standard file"
    session.send(0xCB, bytes([first + 1]) + option + rights + three(64), mode=create)
    session.send(0x3D, bytes([first + 1]) + three(0) + three(32), data[:32], mode)
    before = session.send(0xBD, bytes([first + 1]) + three(0) + three(32), b"", mode, 32)
    assert before == bytes(32), "a backup file shows what is not committed"
    session.send(0xC7, mode=create)
    after = session.send(0xBD, bytes([first + 1]) + three(0) + three(32), b"", mode, 32)
    assert after == data[:32], "backup file"
    four = lambda n: n.to_bytes(4, "little", signed=True)
    session.send(0xCC, bytes([first + 2]) + option + rights + four(-100) + four(1000) + four(7) + b"\1", mode=create)
    session.send(0x0C, bytes([first + 2]), four(50), mode)
    session.send(0xDC, bytes([first + 2]), four(20), mode)
    session.send(0xC7, mode=create)
    session.send(0x1C, bytes([first + 2]), four(20), mode)
    session.send(0xC7, mode=create)
    assert session.send(0x6C, bytes([first + 2]), b"", mode, 4) == four(57), "value file"
    session.send(0xC0, bytes([first + 3]) + option + rights + three(16) + three(4), mode=create)
    for i in range(5):
        session.send(0x3B, bytes([first + 3]) + three(0) + three(16), bytes([i]) * 16, mode)
        session.send(0xC7, mode=create)
    records = session.send(0xBB, bytes([first + 3]) + three(0) + three(0), b"", mode, 48)
    assert records == b"".join(bytes([i]) * 16 for i in (2, 3, 4)), "cyclic record file"


def application(card, method):
    type_bits, length, authenticate = METHODS[method]
    plain, zero = PlainSession(card), bytes(length)
    plain.send(0x5A, bytes(3))
    picc = D40(card, 0, bytes(16))
    picc.send(0xFC)
    picc.send(0xCA, AID + bytes([0x0B, type_bits | 3]))
    plain.send(0x5A, AID)
    session = authenticate(card, 0, zero)
    for first, mode in ((0, PLAIN), (8, MAC), (16, FULL)):
        files(session, mode, first)
    new = [bytes((i * 37 + n * 16) & 0xFE for i in range(length)) for n in (1, 2)]
    session.change_key(1, new[0], 5, old=zero)
    session.change_key(0, new[1], 6)
    plain.send(0x5A, AID)
    assert authenticate(card, 1, new[0]), "other key"
    session = authenticate(card, 0, new[1])
    if type_bits == 0x80:
        version = session.send(0x64, b"\1", mode=counted(session))
        assert version == b"\5", "version of key 1"
    try:
        plain.send(0x5A, AID)
        authenticate(card, 0, zero)
        raise AssertionError("the old key still works")
    except Refused as refused:
        assert refused.status == 0xAE, refused
    plain.send(0x5A, AID)
    session = authenticate(card, 0, new[1])
    session.send(0xDF, b"\0", mode=counted(session))
    remaining = session.send(0x6F, mode=counted(session))
    assert sorted(remaining) == [1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19], remaining.hex()
    plain.send(0x5A, bytes(3))
    D40(card, 0, bytes(16)).send(0xFC)
    assert plain.send(0x6A) == b"", "applications after formatting"


def switch_to_lrp(card, name):
    """SetConfiguration 05; the answer has no MAC (AN12343 table 18), as the session is over."""
    card.select(name)
    session = Ev2(card, 0, ZERO)
    data = session.encipher(marked(bytes.fromhex("00000000020000000000"), 16))
    data += truncated(session.mac(session.mac_input(0x5C, session.counter, b"\5" + data)))
    assert card.native(0x5C, b"\5" + data) == (b"", 0), "SetConfiguration"
    card.select(name)


def one_application(card, name, number, authenticate):
    """A file that is there, written and read with the keys its settings ask for, and a key changed."""
    session = authenticate(card, 0, ZERO)
    settings = session.send(0xF5, bytes([number]), mode=MAC)
    assert settings[0] == 0, "file %d is no standard file: %s" % (number, settings.hex())
    mode, read, write = settings[1] & 3, settings[3] >> 4, settings[3] & 15
    data, extent = secrets.token_bytes(100), bytes([number]) + three(8) + three(100)
    authenticate(card, write, ZERO).send(0x8D, extent, data, mode)
    assert authenticate(card, read, ZERO).send(0xAD, extent, b"", mode) == data, "standard file"
    session = authenticate(card, 0, ZERO)
    new = bytes(range(1, 17))
    session.change_key(1, new, 3, old=ZERO)
    assert session.send(0x64, b"\1", mode=MAC) == b"\3", "version of key 1"
    assert session.send(0x51, mode=FULL)[0] == 4, "UID"
    authenticate(card, 1, new)
    session = authenticate(card, 0, ZERO)
    session.change_key(1, ZERO, 0, old=new)


LIGHT = bytes.fromhex("A00000039656434103F015400000000B")
NTAG = bytes.fromhex("D2760000850101")


def fixed(card, name, number):
    """A card with one application: EV2 first, then LRP, which cannot be switched off again."""
    card.select(name)
    one_application(card, name, number, Ev2)
    switch_to_lrp(card, name)
    one_application(card, name, number, LrpSession)


def main():
    reader, method = sys.argv[1:]
    card = Card(reader)
    if method == "light":
        fixed(card, LIGHT, 0)
    elif method == "ntag424":
        fixed(card, NTAG, 3)
    else:
        application(card, method)
    print("agreed: %d exchanges" % card.exchanges)


main()
