package io.github.tagsmith.desfire.picc.memory;

import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileType;
import io.github.tagsmith.desfire.model.IsoFileId;
import io.github.tagsmith.desfire.model.KeySettings;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * An application.
 *
 * @param aid its identifier
 * @param settings its key settings
 * @param keySets its keys
 * @param isoId its ISO 7816-4 identifier, if it has one
 * @param dfName its DF name, if it has one
 * @param isoFiles whether its files have ISO 7816-4 identifiers
 * @param files its files
 * @param delegation where it sits, if it is a delegated one
 */
public record Application(
        Aid aid,
        KeySettings settings,
        KeySets keySets,
        Optional<IsoFileId> isoId,
        Optional<DfName> dfName,
        boolean isoFiles,
        SortedMap<FileNo, CardFile> files,
        Optional<Delegation> delegation) {

    /**
     * Copies the map.
     *
     * @param aid its identifier
     * @param settings its key settings
     * @param keySets its keys
     * @param isoId its ISO 7816-4 identifier
     * @param dfName its DF name
     * @param isoFiles whether its files have ISO 7816-4 identifiers
     * @param files its files
     * @param delegation where it sits
     */
    public Application {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * A file.
     *
     * @param number which
     * @return the file, if there is one
     */
    public Optional<CardFile> file(FileNo number) {
        return Optional.ofNullable(files.get(number));
    }

    /**
     * The number of the file with an ISO identifier.
     *
     * @param id the identifier
     * @return its number, if there is such a file
     */
    public Optional<FileNo> fileWith(IsoFileId id) {
        for (Map.Entry<FileNo, CardFile> entry : files.entrySet()) {
            if (entry.getValue().settings().isoId().equals(Optional.of(id))) {
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    /**
     * The transaction MAC file.
     *
     * @return its number, if there is one
     */
    public Optional<FileNo> transactionMacFile() {
        for (Map.Entry<FileNo, CardFile> entry : files.entrySet()) {
            if (entry.getValue().type() == FileType.TRANSACTION_MAC) {
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    /**
     * With a file put in or changed.
     *
     * @param number which
     * @param file its new content
     * @return the changed application
     */
    public Application with(FileNo number, CardFile file) {
        return withFiles(changed -> {
            changed.put(number, file);
            return changed;
        });
    }

    /**
     * Without a file.
     *
     * @param number which
     * @return the changed application
     */
    public Application without(FileNo number) {
        return withFiles(changed -> {
            changed.remove(number);
            return changed;
        });
    }

    private Application withFiles(UnaryOperator<SortedMap<FileNo, CardFile>> change) {
        return new Application(
                aid, settings, keySets, isoId, dfName, isoFiles, change.apply(new TreeMap<>(files)), delegation);
    }

    /**
     * With other keys.
     *
     * @param newKeySets the keys
     * @return the changed application
     */
    public Application with(KeySets newKeySets) {
        return new Application(aid, settings, newKeySets, isoId, dfName, isoFiles, files, delegation);
    }

    /**
     * With other key settings.
     *
     * @param newSettings the settings
     * @return the changed application
     */
    public Application with(KeySettings newSettings) {
        return new Application(aid, newSettings, keySets, isoId, dfName, isoFiles, files, delegation);
    }

    /**
     * With another ISO identifier and DF name.
     *
     * @param newIsoId the identifier
     * @param newName the name
     * @return the changed application
     */
    public Application named(Optional<IsoFileId> newIsoId, Optional<DfName> newName) {
        return new Application(aid, settings, keySets, newIsoId, newName, isoFiles, files, delegation);
    }

    /**
     * With more of the quota of its slot taken.
     *
     * @param blocks how many blocks more
     * @return the changed application
     */
    public Application taking(int blocks) {
        return new Application(
                aid,
                settings,
                keySets,
                isoId,
                dfName,
                isoFiles,
                files,
                delegation.map(in -> new Delegation(in.slot(), in.version(), in.quota(), in.used() + blocks)));
    }

    /**
     * With a place in a slot.
     *
     * @param slot where it sits
     * @return the changed application
     */
    public Application in(Delegation slot) {
        return new Application(aid, settings, keySets, isoId, dfName, isoFiles, files, Optional.of(slot));
    }

    /**
     * The memory it takes without its files: a block, and its keys.
     *
     * @return blocks of 32 bytes
     */
    public int ownBlocks() {
        return 1 + Blocks.of((long) keySets.capacity() * keySets.keyCount() * keySets.maxKeySize());
    }
}
