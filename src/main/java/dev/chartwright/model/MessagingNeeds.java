package dev.chartwright.model;

import java.util.List;

/**
 * What an application does with the broker.
 *
 * @param publishes exchange and routing key of each message it sends
 * @param consumes names of queues it reads, as the broker knows them
 * @param managementApi whether it asks the management API
 */
public record MessagingNeeds(List<Publication> publishes, List<String> consumes, boolean managementApi) {}
