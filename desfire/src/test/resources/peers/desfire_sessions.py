"""Secure messaging of DESFire cards as a reader does it, written apart from Tagsmith's own client and card.

D40, EV1, EV2 and LRP, each a session over a card: anything with native(command, data) that answers data and status.
desfire_vectors.py checks EV2 and LRP against published numbers.
"""
import secrets
import zlib

from Cryptodome.Cipher import AES, DES

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
        self.take_key(kind, key, rnd_a, rnd_b)

    def take_key(self, kind, key, a, b):
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
        self.iv = bytes(self.cipher.size)

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


class Iso7816(Ev1):
    """The session of EV1 after GET CHALLENGE, EXTERNAL and INTERNAL AUTHENTICATE, as liblogicalaccess does it."""

    def __init__(self, card, number, key, kind):
        PlainSession.__init__(self, card)
        cipher = Cipher(kind, key)
        length = 8 if kind == "des" and len(key) < 24 else 16
        reference = bytes([9 if kind == "aes" else 4 if len(key) == 24 else 2, 0x80 | number])
        challenge = card.iso(bytes([0x84, 0, 0]), b"", length)
        rnd_a, rnd_a2 = secrets.token_bytes(length), secrets.token_bytes(length)
        token = cipher.cbc(bytes(cipher.size), rnd_a + challenge)
        card.iso(b"\x82" + reference, token, None)
        proof = card.iso(b"\x88" + reference, rnd_a2, 2 * length)
        clear = cipher.uncbc(token[-cipher.size:], proof)
        assert clear[length:] == rnd_a2, "the card does not know the key"
        self.take_key(kind, key, rnd_a, clear[:length])


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
    """First authentication, 71, or with a session of this kind a further one in its transaction, 77."""

    def __init__(self, card, number, key, within=None, nonce=secrets.token_bytes):
        super().__init__(card)
        cipher = Cipher("aes", key)
        challenge, _ = card.native(0x77, bytes([number])) if within else card.native(0x71, bytes([number, 0]))
        rnd_a, rnd_b = nonce(16), cipher.uncbc(ZERO, challenge)
        answer, _ = card.native(0xAF, cipher.cbc(ZERO, rnd_a + rotate(rnd_b)))
        clear = cipher.uncbc(ZERO, answer)
        if within:
            self.ti, self.counter, proof = within.ti, within.counter, clear
        else:
            self.ti, proof = clear[:4], clear[4:20]
        assert proof == rotate(rnd_a), "the card does not know the key"
        self.take_keys(*(cipher.cmac(session_vector(bytes.fromhex(label), rnd_a, rnd_b))
                         for label in ("A55A00010080", "5AA500010080")))

    def take_keys(self, enc, mac):
        self.enc, self.mac = Cipher("aes", enc), Cipher("aes", mac).cmac

    def iv(self, label):
        return self.enc.e(label + self.ti + self.counter.to_bytes(2, "little") + bytes(8))

    def encipher(self, data):
        return self.enc.cbc(self.iv(b"\xA5\x5A"), data)

    def decipher(self, data):
        return self.enc.uncbc(self.iv(b"\x5A\xA5"), data)


class LrpSession(Counted):
    """As Ev2, with LRP in place of AES."""

    def __init__(self, card, number, key, within=None, nonce=secrets.token_bytes):
        super().__init__(card)
        first = bytes([number, 6, 2, 0, 0, 0, 0, 0])
        challenge, _ = card.native(0x77, bytes([number])) if within else card.native(0x71, first)
        assert challenge[0] == 1, "the card is not in LRP mode"
        rnd_a, rnd_b = nonce(16), challenge[1:]
        self.take_keys(key, session_vector(bytes.fromhex("00010080"), rnd_a, rnd_b, bytes.fromhex("9669")))
        answer, _ = card.native(0xAF, rnd_a + self.mac(rnd_a + rnd_b))
        proof = self.mac(rnd_b + rnd_a + answer[:-16])
        assert proof == answer[-16:], "the card does not know the key"
        if within:
            self.ti, self.counter = within.ti, within.counter
        else:
            self.ti = self.decipher(answer[:16])[:4]

    def take_keys(self, key, vector):
        self.lrp, self.blocks = Lrp(Lrp(key).cmac(0, vector)), 0
        self.mac = lambda data: self.lrp.cmac(0, data)

    def encipher(self, data):
        out, self.blocks = self.lrp.crypt(1, self.blocks, data, False)
        return out

    def decipher(self, data):
        out, self.blocks = self.lrp.crypt(1, self.blocks, data, True)
        return out
