package io.github.tagsmith.classic.originality;

import io.github.tagsmith.core.bytes.Bytes;

/** Whose signatures are known, and the keys that open the sector with them (reference, classic.md section 1). */
public enum Signer {
    /** NXP, on MIFARE Classic EV1. */
    NXP("NXP", "044F6D3F294DEA5737F0F46FFEE88A356EED95695DD7E0C27A591E6F6F65962BAF", "4B791BEA7BCC"),
    /** The maker of clones known as QL88. */
    QL88("QL88 (a clone)", "046F70AC557F5461CE5052C8E4A7838C11C7A236797E8A0730A101837C004039C2", "707B11FC1481");

    private final String title;
    private final String publicKey;
    private final String sectorKey;

    Signer(String title, String publicKey, String sectorKey) {
        this.title = title;
        this.publicKey = publicKey;
        this.sectorKey = sectorKey;
    }

    /**
     * Its name for people.
     *
     * @return the name
     */
    public String title() {
        return title;
    }

    /**
     * Its public key, a point of secp128r1.
     *
     * @return 33 bytes, uncompressed
     */
    public Bytes publicKey() {
        return Bytes.fromHex(publicKey);
    }

    /**
     * Key B of hidden sector 17.
     *
     * @return 6 bytes
     */
    public Bytes sectorKeyB() {
        return Bytes.fromHex(sectorKey);
    }
}
