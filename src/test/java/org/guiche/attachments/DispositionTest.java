package org.guiche.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispositionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "nota.pdf | nota.pdf | nota.pdf",
                "Relatório de março.pdf | Relatorio de marco.pdf | Relat%C3%B3rio%20de%20mar%C3%A7o.pdf",
                "日本.png | __.png | %E6%97%A5%E6%9C%AC.png",
                "a\"b\\c;d%41.txt | a_b_c_d_41.txt | a%22b%5Cc%3Bd%2541.txt",
                "it's (1).txt | it's (1).txt | it%27s%20%281%29.txt",
            })
    void everyNameArrivesWholeAndInPlainLettersToo(String name, String plain, String coded) {
        assertThat(Disposition.of(name, false))
                .isEqualTo("attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + coded);
    }

    @Test
    void aLineBreakCannotBecomeAnotherHeader() {
        assertThat(Disposition.of("a\r\nSet-Cookie: b=c.txt", true))
                .doesNotContain("\r", "\n")
                .startsWith("inline; ");
    }
}
