
package org.twostream.loop;

/**
 * Keys of {@code loop}. Steps whose result is already there (base, prediction,
 * ROIs, encoders) are not run again.
 *
 * @param rounds rounds of suggest, review, apply, refine, finetune
 * @param enough precision of the kept ROIs, 0..1, from which on an audit sample
 *          ends the rounds
 * @param control whether a random control arm runs beside the strategy
 */
public record LoopOptions(int rounds, double enough, boolean control,
		TrainOptions train, PredictOptions predict, ProposeOptions propose,
		EncodeOptions encode, SuggestOptions suggest, ReviewOptions review,
		RefineOptions refine, FinetuneOptions finetune) {
}
