
package org.twostream.loop;

/**
 * Keys of {@code loop}. Steps whose result is already there (base, prediction,
 * ROIs, encoders) are not run again.
 *
 * @param rounds rounds of suggest, review, apply, refine, finetune
 * @param control whether a random control arm runs beside the strategy
 * @param apply of every round; its enough, where a batch has an audit sample,
 *          ends the rounds
 */
public record LoopOptions(int rounds, boolean control, TrainOptions train,
		PredictOptions predict, ProposeOptions propose, EncodeOptions encode,
		SuggestOptions suggest, ReviewOptions review, ApplyOptions apply,
		RefineOptions refine, FinetuneOptions finetune) {
}
