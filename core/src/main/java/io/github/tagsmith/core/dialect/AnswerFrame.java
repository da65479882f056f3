package io.github.tagsmith.core.dialect;

/** What stands around the value in the answer to a setting command. */
public enum AnswerFrame {
    /** Nothing: the answer is the value, without a status word. */
    BARE,
    /** The value, then 9000. */
    STATUS_WORD,
    /** 90, then the value as one byte. */
    SW2,
    /** E1 00 00 00, length, the value; no status word. */
    E1,
    /** 00 for success, the value; no status word. */
    LEADING_STATUS,
    /** Nested BER-TLV objects, then 9000; the innermost holds the value. */
    TLV
}
