package io.github.tagsmith.classic.plan;

import io.github.tagsmith.classic.model.AccessBits;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.classic.plan.BlockReport.Outcome;
import io.github.tagsmith.classic.plan.PlanRun.Result;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.error.NfcException;
import java.util.Optional;

/** Looks at what was written: data as it reads, keys by authenticating with them. */
final class ReadBack {

    private final TargetSession session;

    ReadBack(TargetSession session) {
        this.session = session;
    }

    /** Whoever may write a data block may read it. */
    Result data(WriteStep step) throws NfcException {
        Optional<Bytes> read = session.read(step.block());
        if (read.isEmpty() && session.authenticate(step.block(), step.keyType(), step.key())) {
            read = session.read(step.block());
        }
        if (read.isEmpty()) {
            return new Result(Outcome.NOT_READ_BACK, "the card refused to read it back");
        }
        return read.get().equals(step.data())
                ? Result.WRITTEN
                : new Result(Outcome.DIFFERS, "it reads " + read.get().toHex());
    }

    /** Every key is tried on the card, also one that stays as it was. */
    Result trailer(WriteStep step, SectorState state) throws NfcException {
        session.forgetAuthentication();
        for (KeyType type : KeyType.values()) {
            if (state.canUse(type)
                    && !session.authenticate(step.block(), type, state.key(type).orElseThrow())) {
                return new Result(Outcome.DIFFERS, "the new key " + type + " does not open the sector");
            }
        }
        Optional<Bytes> read = session.read(step.block());
        if (read.isEmpty()) {
            return new Result(Outcome.NOT_READ_BACK, "the card refused to read the access bits back");
        }
        return matches(state, read.get())
                ? Result.WRITTEN
                : new Result(
                        Outcome.DIFFERS,
                        "its access bits read "
                                + TrailerPart.ACCESS.of(read.get()).toHex());
    }

    private static boolean matches(SectorState state, Bytes read) {
        Bytes access = state.trailer()
                .part(SectorTrailer.ACCESS, SectorTrailer.KEY_B - SectorTrailer.ACCESS)
                .orElseThrow();
        boolean keyBShown = !state.access().map(AccessBits::keyBUsable).orElse(true);
        return TrailerPart.ACCESS.of(read).equals(access)
                && (!keyBShown
                        || TrailerPart.KEY_B.of(state.trailer()).equals(Optional.of(TrailerPart.KEY_B.of(read))));
    }
}
