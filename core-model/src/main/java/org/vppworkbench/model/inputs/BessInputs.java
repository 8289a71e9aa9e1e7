package org.vppworkbench.model.inputs;

/**
 * A home battery ({@code model.md} §2).
 *
 * @param capacityKwh energy capacity E [kWh]
 * @param chargeKw charge limit Pc, AC side [kW]
 * @param dischargeKw discharge limit Pd, AC side [kW]
 * @param etaCharge one-way charge efficiency, in (0, 1]
 * @param etaDischarge one-way discharge efficiency, in (0, 1]
 * @param minKwh physical lower energy limit [kWh]
 * @param maxKwh physical upper energy limit [kWh]
 * @param initialKwh energy at the start of the horizon [kWh]
 * @param degradationPerKwh wear cost [$ per kWh discharged, AC side]
 */
public record BessInputs(
        double capacityKwh,
        double chargeKw,
        double dischargeKw,
        double etaCharge,
        double etaDischarge,
        double minKwh,
        double maxKwh,
        double initialKwh,
        double degradationPerKwh) {}
