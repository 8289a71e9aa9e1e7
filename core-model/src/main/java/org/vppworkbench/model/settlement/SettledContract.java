package org.vppworkbench.model.settlement;

import org.vppworkbench.model.market.Contract;

/**
 * A contract and what became of it.
 *
 * @param cleared whether the fleet offer behind it cleared; otherwise nothing was delivered or paid
 * @param deliveredKwh energy delivered [kWh], or reserve available [kW·h]
 * @param shortfallKwh promised and not delivered [kWh or kW·h]
 * @param paymentUsd what the home was paid, compensation deducted
 */
public record SettledContract(
        Contract contract, boolean cleared, double deliveredKwh, double shortfallKwh, double paymentUsd) {}
