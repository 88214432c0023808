package org.twostream.net;

import java.util.List;

/** The text and parameters of a segmentation network and its training. */
record SegmentationCode(List<Parameter>parameters,int[]multiples,String text){

private static final String PASSES="""
  def predict(self: __torch__.Ops, x: Tensor, f: List[Tensor]) -> Tensor:
    p = torch.sigmoid_(torch.to((self).infer(x, f), 6))
    return torch.contiguous(p, memory_format=0)
  def mean_loss(self: __torch__.Ops, x: Tensor, t: Tensor, f: List[Tensor]) -> Tensor:
    return (self).segmentation_loss((self).infer(x, f), t)
  def normalize(self: __torch__.Ops, x: Tensor, w: List[Tensor], h: Tensor) -> Tensor:
    x1 = torch.to(x, (self).dtype(torch.select(h, 0, 1)))
    return (self).logits(x1, w, True, float(torch.select(h, 0, 0)))
  def loss_gradient(self: __torch__.Ops, x: Tensor, t: Tensor, w: List[Tensor], reduced: Tensor) -> Tuple[Tensor, List[Tensor]]:
    p = (self).leaves(w)
    loss = (self).segmentation_loss((self).logits(torch.to(x, (self).dtype(reduced)), p, True, 0.1), t)
    return (torch.detach(loss), (self).gradient(loss, torch.add((self).decayed(p), (self).plain(p))))
  def step(self: __torch__.Ops, x: Tensor, t: Tensor, w: List[Tensor], m: List[Tensor], v: List[Tensor], top: List[Tensor], count: Tensor, h: Tensor) -> Tensor:
    loss, g = (self).loss_gradient(x, t, w, torch.select(h, 0, 3))
    (self).update(w, g, m, v, top, count, h)
    return loss
""";

/**
 * @throws org.twostream.core.UserError if no network has the architecture's
 *           name
 */
static SegmentationCode of(final Architecture a){final NetworkCode code=ResidualUNet.of(a.filters(),a.channels());return new SegmentationCode(code.parameters(),new int[]{1,16,16},code.text()+PASSES);}}
