package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.FileContent;
import io.github.tagsmith.desfire.model.FileSettings;
import java.util.ArrayList;
import java.util.List;

/** What the commands on record files share. */
final class RecordFiles {

    private RecordFiles() {}

    static FileSettings.Records of(FileContent content) throws NfcException {
        if (content.settings() instanceof FileSettings.Records records) {
            return records;
        }
        throw new NfcException(
                ErrorKind.INVALID_REQUEST,
                "file " + content.file() + " is a " + content.settings().type() + " file, no record file");
    }

    static List<String> split(Bytes data, int recordSize) throws NfcException {
        if (data.length() % recordSize != 0) {
            throw NfcException.protocol(
                    "the card gave " + data.length() + " bytes, which are no whole records of " + recordSize);
        }
        List<String> records = new ArrayList<>();
        for (int at = 0; at < data.length(); at += recordSize) {
            records.add(data.slice(at, at + recordSize).toHex());
        }
        return records;
    }

    static Bytes fitting(String hex, int offset, FileSettings.Records records) throws NfcException {
        Bytes data = Bytes.fromHex(hex);
        if (data.isEmpty() || offset < 0 || offset + data.length() > records.recordSize()) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST,
                    "a record has " + records.recordSize() + " bytes; " + data.length() + " from offset " + offset
                            + " do not fit");
        }
        return data;
    }
}
