package io.github.tagsmith.cli.script;

import java.util.Optional;

/** Where the shell takes its lines from. */
interface LineSource {

    /** The next line, with those that complete it; empty at the end. */
    Optional<String> next();
}
