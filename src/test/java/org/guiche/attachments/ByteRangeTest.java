package org.guiche.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "bytes=0-9          | 0  | 10  | bytes 0-9/100 | true",
                "bytes=90-          | 90 | 10  | bytes 90-99/100 | true",
                "bytes=0-99         | 0  | 100 | bytes 0-99/100 | true",
                "bytes=-10          | 90 | 10  | bytes 90-99/100 | true",
                "bytes=-1000        | 0  | 100 | bytes 0-99/100 | true",
                "bytes=99-5000      | 99 | 1   | bytes 99-99/100 | true",
                " bytes=50-50       | 50 | 1   | bytes 50-50/100 | true",
                "bytes=100-         | 100| 0   | bytes */100 | true",
                "bytes=5000-6000    | 5000| 0  | bytes */100 | true",
                "bytes=-0           | 100| 0   | bytes */100 | true",
                "none               | 0  | 100 | bytes 0-99/100 | false",
                "bytes=-            | 0  | 100 | bytes 0-99/100 | false",
                "bytes=9-3          | 0  | 100 | bytes 0-99/100 | false",
                "bytes=0-1,5-6      | 0  | 100 | bytes 0-99/100 | false",
                "lines=0-1          | 0  | 100 | bytes 0-99/100 | false",
                "bytes=a-b          | 0  | 100 | bytes 0-99/100 | false",
                "bytes=99999999999999999999- | 0 | 100 | bytes 0-99/100 | false",
            })
    void onePieceIsGivenAndWhatIsNotUnderstoodIsTheWhole(
            String header, long from, long length, String label, boolean partial) {
        var range = ByteRange.of(header, 100);

        assertThat(range).isEqualTo(new ByteRange(from, length, partial));
        assertThat(range.label(100)).isEqualTo(label);
        assertThat(range.partial()).isEqualTo(partial);
        assertThat(range.isEmpty()).isEqualTo(length == 0);
    }
}
