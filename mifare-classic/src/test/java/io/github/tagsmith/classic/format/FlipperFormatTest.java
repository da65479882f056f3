package io.github.tagsmith.classic.format;

class FlipperFormatTest extends DumpFormatContract {

    FlipperFormatTest() {
        super(new FlipperFormat());
    }
}
