package dev.chartwright.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.chart.OutputFile;
import dev.chartwright.problem.BugException;
import org.jspecify.annotations.Nullable;

/** A folder on disk and the files it holds. */
final class FileTree {
    private final Path root;

    FileTree(Path root) {
        this.root = root;
    }

    /** Writes files into a new folder; when it returns, they are on the disk. */
    void create(List<OutputFile> files) throws IOException {
        Files.createDirectory(root);
        for (OutputFile file : files) {
            Path path = inside(file.path());
            Files.createDirectories(path.getParent());
            write(path, file.content());
        }
        try (Stream<Path> folders = Files.walk(root).filter(Files::isDirectory)) {
            for (Path folder : folders.toList()) {
                sync(folder);
            }
        }
    }

    /** Whether the folder holds these files with this content, and nothing else. */
    boolean holds(List<OutputFile> files) throws IOException {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Set<Path> wanted = files.stream().map(file -> inside(file.path())).collect(Collectors.toSet());
        if (!wanted.equals(present())) {
            return false;
        }
        for (OutputFile file : files) {
            if (!holds(inside(file.path()), file.content())) {
                return false;
            }
        }
        return true;
    }

    /** Everything but folders. */
    private Set<Path> present() throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .collect(Collectors.toSet());
        }
    }

    /** Removes the folder, if it is there; links are removed, not followed. */
    void delete() throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Puts the names in a folder on the disk, where the system can do that. */
    static void sync(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Whether a path names something below a folder. */
    static boolean isInside(Path root, String path) {
        Path resolved = root.resolve(path).normalize();
        return resolved.startsWith(root.normalize()) && !resolved.equals(root.normalize());
    }

    private Path inside(String path) {
        if (!isInside(root, path)) {
            throw new BugException("output path `" + path + "` leads out of its folder");
        }
        return root.resolve(path).normalize();
    }

    /** Whether a path is a plain file with this content. */
    static boolean holds(Path path, byte[] content) throws IOException {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Arrays.equals(Files.readAllBytes(path), content);
    }

    /** Writes a new file; when it returns, its content is on the disk. */
    static void write(Path path, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
