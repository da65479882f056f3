package io.github.tagsmith.classic.model;

import io.github.tagsmith.classic.model.LockRisk.Severity;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a new trailer would lock: access bits that do not check, access bits that nobody can change again, data blocks that
 * nobody can read or write any more, and keys that nobody in the room knows.
 */
public final class LockOut {

    private LockOut() {}

    /**
     * Compares the trailer before with the one after.
     *
     * @param before the conditions now, where they are known
     * @param after the conditions afterwards; empty if bits and complements do not match
     * @param known whether the key that a sector has afterwards is known
     * @return the risks, the worst first; empty if nothing is lost
     */
    public static List<LockRisk> risks(Optional<AccessBits> before, Optional<AccessBits> after, KnownKeys known) {
        if (after.isEmpty()) {
            return List.of(new LockRisk(
                    Severity.FORBIDDEN, "the access bits do not match their complements: the sector would be dead"));
        }
        List<LockRisk> risks = new ArrayList<>();
        AccessBits then = after.get();
        frozen(before, then).ifPresent(risks::add);
        closed(before, then).ifPresent(risks::add);
        strangersKey(then, known).ifPresent(risks::add);
        risks.sort((a, b) -> b.severity().compareTo(a.severity()));
        return List.copyOf(risks);
    }

    /**
     * Which keys of a sector are known after the write.
     *
     * @param keyA whether key A is
     * @param keyB whether key B is
     */
    public record KnownKeys(boolean keyA, boolean keyB) {

        boolean include(KeyHolders holders) {
            return (keyA && holders.include(KeyType.A)) || (keyB && holders.include(KeyType.B));
        }
    }

    private static Optional<LockRisk> frozen(Optional<AccessBits> before, AccessBits after) {
        boolean wasFrozen = before.map(LockOut::isFrozen).orElse(false);
        return isFrozen(after) && !wasFrozen
                ? Optional.of(new LockRisk(
                        Severity.IRREVERSIBLE,
                        "nobody can ever change the access bits again (trailer condition "
                                + after.trailer().name().substring(1) + ")"))
                : Optional.empty();
    }

    private static boolean isFrozen(AccessBits bits) {
        return bits.trailer().accessWrite() == KeyHolders.NONE;
    }

    private static Optional<LockRisk> closed(Optional<AccessBits> before, AccessBits after) {
        List<Integer> groups = new ArrayList<>();
        for (int group = 0; group < after.groups().size(); group++) {
            int number = group;
            boolean wasClosed = before.map(bits -> isClosed(bits, number)).orElse(false);
            if (isClosed(after, group) && !wasClosed) {
                groups.add(group);
            }
        }
        Severity severity = isFrozen(after) ? Severity.IRREVERSIBLE : Severity.RECOVERABLE;
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(new LockRisk(severity, "nobody can read the data blocks of group " + groups));
    }

    private static boolean isClosed(AccessBits bits, int group) {
        return DataRights.of(bits.groups().get(group), bits.keyBUsable()).read() == KeyHolders.NONE;
    }

    private static Optional<LockRisk> strangersKey(AccessBits after, KnownKeys known) {
        if (!known.keyA() && !known.keyB()) {
            return Optional.of(
                    new LockRisk(Severity.IRREVERSIBLE, "no key that is known here opens the sector afterwards"));
        }
        KeyHolders writers = after.trailer().accessWrite();
        return writers != KeyHolders.NONE && !known.include(writers)
                ? Optional.of(new LockRisk(
                        Severity.IRREVERSIBLE,
                        "only " + writers.text() + " could change the access bits, and that key is not known here"))
                : Optional.empty();
    }
}
