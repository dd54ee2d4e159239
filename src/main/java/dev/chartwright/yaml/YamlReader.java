package dev.chartwright.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;

/** Reads one YAML document with the place of each key and value, and refuses what is ambiguous, all at once. */
public final class YamlReader {
    private static final int LARGEST = 3_000_000;

    /** Reads a file; problems name it by the label. */
    public YamlDocument read(Path path, String fileLabel) {
        return read(text(path, fileLabel), fileLabel);
    }

    /** Reads text that stands in the file of that label. */
    public YamlDocument read(String text, String fileLabel) {
        if (text.length() > LARGEST) {
            throw new ProblemsException(List.of(new Problem(
                    Location.ofFile(fileLabel),
                    "file-size",
                    "the file has " + text.length() + " characters, the most is " + LARGEST,
                    "a document of this size is no description of a platform",
                    "split it, or move data out of it")));
        }
        List<Problem> wrongCharacters = Characters.check(text, fileLabel);
        if (!wrongCharacters.isEmpty()) {
            throw new ProblemsException(wrongCharacters);
        }
        return new DocumentBuilder(text, fileLabel).build();
    }

    /** Text of a file, which has to be UTF-8. */
    public String text(Path path, String fileLabel) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new ProblemsException(List.of(new Problem(
                    Location.ofFile(fileLabel),
                    "not-utf8",
                    "the file is not UTF-8 text",
                    "every file of a platform is UTF-8, so that it reads the same on every machine",
                    "save it as UTF-8")));
        } catch (IOException unreadable) {
            throw new OutsideException("cannot read " + fileLabel, unreadable);
        }
    }
}
