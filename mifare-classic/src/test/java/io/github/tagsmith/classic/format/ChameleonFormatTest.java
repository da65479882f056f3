package io.github.tagsmith.classic.format;

class ChameleonFormatTest extends DumpFormatContract {

    ChameleonFormatTest() {
        super(new ChameleonFormat());
    }
}
