package io.github.tagsmith.desfire.model;

import java.util.Optional;

/** What a file is: its type, access and sizes. */
public sealed interface FileSettings {

    /**
     * Its type.
     *
     * @return the type
     */
    FileType type();

    /**
     * How and by whom it is reached.
     *
     * @return its access
     */
    FileAccess access();

    /**
     * A standard or backup data file.
     *
     * @param type {@link FileType#STANDARD} or {@link FileType#BACKUP}
     * @param access how and by whom it is reached
     * @param size bytes, 0 to FFFFFF
     * @param sdm its secure dynamic messaging, if that is on
     */
    record Data(FileType type, FileAccess access, int size, Optional<SdmSettings> sdm) implements FileSettings {

        /**
         * Checks the type.
         *
         * @param type {@link FileType#STANDARD} or {@link FileType#BACKUP}
         * @param access how and by whom it is reached
         * @param size bytes, 0 to FFFFFF
         * @param sdm its secure dynamic messaging, if that is on
         */
        public Data {
            if (type != FileType.STANDARD && type != FileType.BACKUP) {
                throw new IllegalArgumentException("a " + type + " file is no data file");
            }
        }
    }

    /**
     * A value file.
     *
     * @param access how and by whom it is reached
     * @param lowerLimit the least value
     * @param upperLimit the greatest value
     * @param value for a file to be created its first value; in an answer what LimitedCredit may still add
     * @param limitedCredit whether LimitedCredit is allowed
     * @param freeGetValue whether GetValue needs no authentication
     */
    record Value(
            FileAccess access, int lowerLimit, int upperLimit, int value, boolean limitedCredit, boolean freeGetValue)
            implements FileSettings {

        @Override
        public FileType type() {
            return FileType.VALUE;
        }
    }

    /**
     * A record file.
     *
     * @param type {@link FileType#LINEAR_RECORD} or {@link FileType#CYCLIC_RECORD}
     * @param access how and by whom it is reached
     * @param recordSize the length of a record, 1 to FFFFFF bytes
     * @param maxRecords how many records there is room for; a cyclic file keeps one less
     * @param currentRecords how many it holds; 0 for a file to be created
     */
    record Records(FileType type, FileAccess access, int recordSize, int maxRecords, int currentRecords)
            implements FileSettings {

        /**
         * Checks the type.
         *
         * @param type {@link FileType#LINEAR_RECORD} or {@link FileType#CYCLIC_RECORD}
         * @param access how and by whom it is reached
         * @param recordSize the length of a record, 1 to FFFFFF bytes
         * @param maxRecords how many records there is room for; a cyclic file keeps one less
         * @param currentRecords how many it holds; 0 for a file to be created
         */
        public Records {
            if (type != FileType.LINEAR_RECORD && type != FileType.CYCLIC_RECORD) {
                throw new IllegalArgumentException("a " + type + " file is no record file");
            }
        }
    }

    /**
     * The transaction MAC file of an application.
     *
     * @param access how and by whom it is reached; nobody writes it
     * @param keyAlgorithm the algorithm of its key; AES
     * @param keyVersion the version of its key
     */
    record TransactionMac(FileAccess access, KeyAlgorithm keyAlgorithm, KeyVersion keyVersion) implements FileSettings {

        @Override
        public FileType type() {
            return FileType.TRANSACTION_MAC;
        }
    }
}
