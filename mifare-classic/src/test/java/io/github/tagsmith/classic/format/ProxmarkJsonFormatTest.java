package io.github.tagsmith.classic.format;

class ProxmarkJsonFormatTest extends DumpFormatContract {

    ProxmarkJsonFormatTest() {
        super(new ProxmarkJsonFormat());
    }
}
