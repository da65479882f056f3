package io.github.tagsmith.classic.format;

class MctJsonFormatTest extends DumpFormatContract {

    MctJsonFormatTest() {
        super(new MctJsonFormat());
    }
}
