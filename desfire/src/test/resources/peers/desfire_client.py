#!/usr/bin/env python3
"""A plain PC/SC client of DESFire cards, written apart from Tagsmith's own client and card.

usage: desfire_client.py READER d40|iso-2k3des|iso-3k3des|aes|7816-2k3des|7816-3k3des|7816-aes|ev2|light|ntag424

Creates an application, files of every kind in every communication mode, writes, reads, changes keys, and formats the card;
on DESFire Light and NTAG 424 DNA it uses a file that is there, in EV2 and, after switching it on, in LRP. Before it talks to
the card it checks its EV2 and LRP against published numbers. Ends with exit status 0 and "agreed: N exchanges, after M
vectors" if the card did everything as the protocol pages say. Needs python3-pyscard and python3-pycryptodome.
"""
import secrets
import sys

from smartcard.CardConnection import CardConnection
from smartcard.System import readers

from desfire_sessions import (D40, FULL, MAC, PLAIN, ZERO, Counted, Ev1, Ev2, Iso7816, LrpSession, PlainSession, Refused,
                              marked, truncated)
from desfire_vectors import check


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

    def iso(self, head, data, le):
        """A command of class 00; le None sends none."""
        body = (bytes([len(data)]) + data if data else b"") + (b"" if le is None else bytes([le]))
        answer, sw1, sw2 = self.apdu(b"\0" + head + body)
        if (sw1, sw2) != (0x90, 0):
            raise Refused(head[0], 0xAE if (sw1, sw2) == (0x69, 0x82) else sw1 << 8 | sw2)
        return answer

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


def three(n):
    return n.to_bytes(3, "little")


AID = bytes.fromhex("332211")
METHODS = {
    # key type bits, key length, how to authenticate
    "d40": (0x00, 16, lambda card, n, key: D40(card, n, key)),
    "iso-2k3des": (0x00, 16, lambda card, n, key: Ev1(card, n, key, "des")),
    "iso-3k3des": (0x40, 24, lambda card, n, key: Ev1(card, n, key, "des")),
    "aes": (0x80, 16, lambda card, n, key: Ev1(card, n, key, "aes")),
    "7816-2k3des": (0x00, 16, lambda card, n, key: Iso7816(card, n, key, "des")),
    "7816-3k3des": (0x40, 24, lambda card, n, key: Iso7816(card, n, key, "des")),
    "7816-aes": (0x80, 16, lambda card, n, key: Iso7816(card, n, key, "aes")),
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


def further(card, first, key_1, key_0):
    """Further authentications, 77, go on with identifier and counter; a reader that does not is not understood."""
    session = Ev2(card, 1, key_1, first)
    assert (session.ti, session.counter) == (first.ti, first.counter), "what goes on"
    assert session.send(0x6F, mode=MAC), "files"
    session = Ev2(card, 0, key_0, session)
    version = session.send(0x64, b"\1", mode=MAC)
    assert version == b"\5" and session.counter == first.counter + 2, "version of key 1"
    return session


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
    if method == "ev2":
        session = further(card, session, new[0], zero)
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
    session = authenticate(card, 1, new, session)
    assert session.send(0x64, b"\1", mode=MAC) == b"\3", "version of key 1, after a further authentication"
    data = bytes(reversed(data))
    session = authenticate(card, write, new if write == 1 else ZERO, session)
    session.send(0x8D, extent, data, mode)
    session = authenticate(card, read, new if read == 1 else ZERO, session)
    assert session.send(0xAD, extent, b"", mode) == data, "standard file, after further authentications"
    session = authenticate(card, 0, ZERO, session)
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
    checked = check()
    card = Card(reader)
    if method == "light":
        fixed(card, LIGHT, 0)
    elif method == "ntag424":
        fixed(card, NTAG, 3)
    else:
        application(card, method)
    print("agreed: %d exchanges, after %d vectors" % (card.exchanges, checked))


main()
