"""Published numbers of EV2 and LRP against desfire_sessions.py, from the vector files that lie beside this folder."""
import json
import os

from desfire_sessions import FULL, MAC, PLAIN, Ev2, Lrp, LrpSession, session_vector

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "vectors")
MODES = {"plain": PLAIN, "mac": MAC, "full": FULL}


class Recorded:
    """A card that answers what was recorded, and only to what was recorded."""

    def __init__(self, *exchanges):
        self.exchanges = list(exchanges)

    def native(self, command, data=b""):
        sent = bytes([0x90, command, 0, 0]) + (bytes([len(data)]) + data if data else b"") + b"\0"
        wanted, answer = self.exchanges.pop(0)
        assert wanted is None or sent == wanted, "sent %s, not %s" % (sent.hex(), wanted.hex())
        return answer[:-2], answer[-1]


def vectors(name):
    with open(os.path.join(FOLDER, name)) as file:
        for vector in json.load(file)["vectors"]:
            values = dict(vector["expected"], **vector["inputs"])
            values.update(vector.get("derived", {}))
            yield vector["name"], vector["op"], values


def raw(values, *names):
    return [bytes.fromhex(values[name]) for name in names]


def wrapped(data):
    return bytes([0x90, 0xAF, 0, 0, len(data)]) + data + b"\0"


def ev2_auth_first(v):
    key, challenge, token, answer, ti, nonce = raw(
        v, "key", "rnd_b_enc", "part2_data", "part2_response", "ti", "rnd_a")
    card = Recorded((None, challenge + b"\x91\xAF"), (wrapped(token), answer + b"\x91\0"))
    session = Ev2(card, v.get("key_no", 0), key, nonce=lambda length: nonce)
    assert session.ti == ti
    assert [session.enc.key.hex(), session.mac.__self__.key.hex()] == [v["k_ses_auth_enc"], v["k_ses_auth_mac"]]


def ev2_auth_nonfirst(v):
    key, challenge, token, answer, nonce = raw(v, "key", "rnd_b_enc", "part2_data", "part2_response", "rnd_a")
    card = Recorded((bytes([0x90, 0x77, 0, 0, 1, v["key_no"], 0]), challenge + b"\x91\xAF"),
                    (wrapped(token), answer + b"\x91\0"))
    before = Ev2.__new__(Ev2)
    before.ti, before.counter = bytes.fromhex("7614281A"), 2
    session = Ev2(card, v["key_no"], key, before, nonce=lambda length: nonce)
    assert (session.ti, session.counter) == (before.ti, 2)
    assert [session.enc.key.hex(), session.mac.__self__.key.hex()] == [v["k_ses_auth_enc"], v["k_ses_auth_mac"]]


def command(session, v):
    ti, code, header, data, sent, answer = raw(v, "ti", "cmd", "header", "data", "c_apdu", "r_apdu")
    session.card, session.ti, session.counter = Recorded((sent, answer)), ti, v["cmd_ctr"]
    got = session.send(code[0], header, data, MODES[v["comm_mode"]])
    assert "response_data" not in v or got.hex() == v["response_data"], got.hex()


def ev2_command(v):
    session = Ev2.__new__(Ev2)
    session.take_keys(bytes.fromhex(v.get("k_ses_auth_enc", "00" * 16)), bytes.fromhex(v["k_ses_auth_mac"]))
    command(session, v)


def lrp_command(v):
    session = LrpSession.__new__(LrpSession)
    vector = bytes.fromhex(v["sv"]) if "sv" in v else session_vector(
        bytes.fromhex("00010080"), *raw(v, "rnd_a", "rnd_b"), bytes.fromhex("9669"))
    session.take_keys(bytes.fromhex(v["key"]), vector)
    session.blocks = v["enc_ctr"]
    command(session, v)
    assert session.blocks == v["enc_ctr_after"]


def lrp_auth_first(v):
    key, nonce, challenge, token, answer, ti = raw(
        v, "key", "rnd_a", "part1_response", "pcd_response", "part2_response", "ti")
    card = Recorded((None, challenge + b"\x91\xAF"), (wrapped(nonce + token), answer + b"\x91\0"))
    session = LrpSession(card, 0, key, nonce=lambda length: nonce)
    assert session.ti == ti and session.blocks == v["enc_ctr_after"]


def lrp_cmac(v):
    key, message, mac = raw(v, "key", "message", "mac")
    assert Lrp(key).cmac(v["updated_key"], message) == mac


def lrp_plaintexts(v):
    lrp = Lrp(bytes.fromhex(v["key"]))
    assert all(lrp.plain[int(i)].hex() == value for i, value in v["plaintexts"].items())


CHECKS = {
    "ev2-auth-first.json": {"ev2_auth_first": ev2_auth_first},
    "ev2-nonfirst.json": {"ev2_auth_nonfirst": ev2_auth_nonfirst},
    "ev2-mac-full.json": {"ev2_command": ev2_command},
    "lrp.json": {"lrp_cmac": lrp_cmac, "lrp_plaintexts": lrp_plaintexts},
    "lrp-auth.json": {"lrp_auth_first": lrp_auth_first, "lrp_command": lrp_command},
}

NEEDED = {
    "ev2_command": {"c_apdu", "r_apdu", "response_mac_ok"},
    "lrp_command": {"c_apdu", "r_apdu", "response_mac_ok"},
    "lrp_cmac": {"mac"},
}


def check():
    """Every vector of these kinds that shows a whole exchange with MACs; how many there were."""
    done = 0
    for file, checks in CHECKS.items():
        for name, operation, values in vectors(file):
            if operation in checks and NEEDED.get(operation, set()) <= values.keys():
                try:
                    checks[operation](values)
                except (AssertionError, KeyError) as wrong:
                    raise AssertionError("%s of %s: %r" % (name, file, wrong)) from wrong
                done += 1
    return done
