package dev.chartwright.publish;

import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Is told how far a push is, from any thread.
 *
 * @param begins uploads begin, of that many bytes; charts that are there already are not counted
 * @param sent that many more bytes went out; fewer than none when they go again
 * @param done a chart stands complete
 * @param lost a chart that stood complete was overwritten by somebody else
 */
public record PushWatcher(
        LongConsumer begins, LongConsumer sent, Consumer<PublishedChart> done, Consumer<PackedChart> lost) {}
