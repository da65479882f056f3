package io.github.tagsmith.classic.dump;

/** Told how far a dump is. */
@FunctionalInterface
public interface DumpProgress {

    /**
     * One more step is done.
     *
     * @param known blocks of the wanted sectors known so far
     * @param blocks blocks the wanted sectors have
     * @param keysLeft keys of the list that are still to be tried
     */
    void advanced(int known, int blocks, int keysLeft);
}
